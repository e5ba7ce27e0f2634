import type { Conversation } from './conversation';
import type { Message } from './message';

/** The customer's text that is being answered: all they wrote since somebody last answered. */
export type Cue = {
  /** Changes with each further message of the burst. */
  readonly id: string;
  readonly conversationKey: string;
  readonly customerName?: string;
  readonly messages: readonly Message[];
  /**
   * The text messages of the burst, one a line; of more than `longestCue` the newest. Empty when
   * there are only pictures and files.
   */
  readonly text: string;
  /** When the oldest of them came, in ms since 1970, where known. */
  readonly since?: number;
};

/** Characters: no person types more at once, and each message alone is no longer. */
const longestCue = 20_000;

/** The open cue of a conversation; undefined when the last word is the agent's. */
export function cueOf(conversation: Conversation): Cue | undefined {
  const messages: Message[] = [];
  for (let at = conversation.messages.length - 1; at >= 0; at--) {
    const message = conversation.messages[at];
    if (message === undefined || message.role === 'agent' || message.role === 'bot') break;
    if (message.role === 'customer') messages.unshift(message);
  }
  const first = messages[0];
  const last = messages.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    id: `${conversation.key}/${first.id}..${last.id}`,
    conversationKey: conversation.key,
    ...(conversation.customerName === undefined ? {} : { customerName: conversation.customerName }),
    messages,
    text: newestThatFit(
      messages.filter(({ kind }) => kind === 'text').map(({ text }) => text),
    ).join('\n'),
    ...(first.at === undefined ? {} : { since: first.at }),
  };
}

function newestThatFit(texts: readonly string[]): readonly string[] {
  let room = longestCue + 1;
  const isTooLong = (text: string) => {
    room -= text.length + 1;
    return room < 0;
  };
  return texts.slice(texts.findLastIndex(isTooLong) + 1);
}
