export type From = 'customer' | 'agent' | 'note' | 'system' | 'bot';

/** What somebody wrote or sent. `text` is empty when a photo, file or voice note is all there is. */
export type Line = {
  readonly from: From;
  readonly text: string;
  /** Address of a picture. */
  readonly photo?: string;
  /** Name of a file. */
  readonly attachment?: string;
  readonly voiceSeconds?: number;
};

/** A line written before the page was opened. */
export type PastLine = Line & { readonly minutesAgo: number };

export type Customer = {
  /** Id of the conversation: `c-` and the name; part of the page's address. */
  readonly id: string;
  readonly name: string;
  /** The shop or company, and the way in which they write. */
  readonly channel: string;
  /** What the shop knows: shown beside the name. */
  readonly card: Partial<Record<'plan' | 'order' | 'region', string>>;
  readonly history: readonly PastLine[];
};
