/** What happened to suggestions. Kept as events: everything learned can be rebuilt from them. */
export type AgentEvent =
  | {
      readonly kind: 'shown';
      readonly cueText: string;
      readonly entries: readonly EntryRef[];
      /** By entry its log-odds before any correction, null for small talk; the brain adds them. */
      readonly odds?: readonly (number | null)[];
    }
  | {
      readonly kind: 'inserted';
      readonly cueText: string;
      readonly entry: EntryRef;
      /** 1 for the best card; 0 when it was found by searching. */
      readonly place: number;
    }
  | {
      readonly kind: 'edited';
      readonly cueText: string;
      readonly entry: EntryRef;
      readonly place: number;
      /** The text offered and the text inserted. */
      readonly before: string;
      readonly after: string;
    }
  /** The agent took the inserted text out again. */
  | { readonly kind: 'insert-undone'; readonly cueText: string; readonly entry: EntryRef }
  | { readonly kind: 'rejected'; readonly cueText: string; readonly entry: EntryRef }
  | { readonly kind: 'rejection-undone'; readonly cueText: string; readonly entry: EntryRef }
  | { readonly kind: 'gap'; readonly cueText: string }
  /** Some answer fits after all, or the gap was told by mistake. */
  | {
      readonly kind: 'gap-undone';
      readonly cueText: string;
      /** What the team may have the question under: it is taken back there, too. */
      readonly sentAs?: string;
    };

/**
 * What a person decided about a phrasing learned from picks. It names the phrasing by the hash of
 * its words, so that a refusal still holds when the words are gone.
 */
export type LearningDecision = {
  readonly kind: 'phrasing-accepted' | 'phrasing-refused' | 'phrasing-taken-back';
  /** Always empty: the words stand in the events, and once accepted in the entry. */
  readonly cueText: '';
  readonly entry: EntryRef;
  readonly phrasing: string;
};

/** The ranking was trained anew, with all picks up to this number as further phrasings. */
export type RankingRetrained = {
  readonly kind: 'ranking-retrained';
  readonly cueText: '';
  readonly upTo: number;
};

export type EntryRef = { readonly base: string; readonly id: string };

/** An event as stored: in the order of `seq`, never by the clock. */
export type StoredEvent = (AgentEvent | LearningDecision | RankingRetrained) & {
  readonly seq: number;
  /** Made by the face that tells of the event, so that telling it again does not double it. */
  readonly eventId?: string;
  readonly at: number;
  readonly conversationKey: string;
  readonly consoleId: string;
} & EventOrigin;

/** Where the customer is and how they write in, as the console named it. */
export type EventOrigin = { readonly region?: string; readonly channel?: string };

/** The conversation that an event belongs to. */
export type ConversationRef = Pick<StoredEvent, 'conversationKey' | 'consoleId'>;
