import type { FormattedLine } from '../domain/formatted-line';
import type { EntryRef } from '../domain/pick';
import type { SlotName } from '../domain/slots';
import type { Suggestion } from '../domain/suggestion';

/** Names a card for as long as its cue (or its search) is on screen. */
export type CardKey = `${'cue' | 'find'}:${string}`;

/** What can be inserted: a card, the holding reply, a draft from before a refresh. */
export type StatusKey = CardKey | 'hold' | 'draft';

/** A suggestion in the panel. */
export type Card = {
  readonly key: CardKey;
  readonly suggestion: Suggestion;
  /** 1 for the best answer, counting on into the related ones; 0 when it was found by searching. */
  readonly place: number;
  /** The key of the question that it answers, where the brain told one. */
  readonly question?: string;
  /** What it was painted for: a late click must not reach the conversation that came after. */
  readonly cue: CueRef;
};

/** What the team did to an answer while its card was on screen. */
export type ShownUpdate =
  | { readonly kind: 'changed'; readonly fresh: Suggestion }
  | { readonly kind: 'gone' };

/** By base and id. */
export type ShownUpdates = { readonly [entry: string]: ShownUpdate };

/** The conversation and question that something was shown for. */
export type CueRef = {
  readonly conversationKey: string;
  readonly consoleId: string;
  readonly text: string;
};

/** Why a card did not do what it was asked: the console's reasons, and the panel's own. */
export type RefusalReason =
  | 'conversation-changed'
  | 'note-mode'
  | 'no-composer'
  | 'busy'
  | 'not-inserted'
  | 'panel-covered'
  | 'no-conversation'
  | 'no-answer';

/** One wish to insert, complete enough to be made again in another mode. */
export type InsertWish = {
  /** What asked for it. */
  readonly from: StatusKey;
  readonly cue: CueRef;
  readonly text: string;
  /** The same with bold, lists and links; absent where there are none. */
  readonly formatted?: readonly FormattedLine[];
  /** Ticked as answered once it is in. */
  readonly question?: string;
  /** What is recorded once it is in; absent for what is no entry. */
  readonly pick?: {
    readonly entry: EntryRef;
    readonly place: number;
    readonly offered: string;
  };
};

export type CardStatus =
  | { readonly kind: 'inserting'; readonly requestId: string }
  | { readonly kind: 'inserted'; readonly besideDraft: boolean; readonly wish: InsertWish }
  | { readonly kind: 'copied' }
  /** Inserting failed, so the console script put the text on the clipboard. */
  | { readonly kind: 'copied-instead' }
  | { readonly kind: 'refused'; readonly why: RefusalReason; readonly wish?: InsertWish }
  | { readonly kind: 'missing'; readonly slot: SlotName }
  | { readonly kind: 'unchanged' | 'empty' | 'too-long' | 'copy-failed' | 'no-holding' };

/** An answer that the agent is rewriting. It outlives the suggestions it came from. */
export type Editing = {
  readonly card: Card;
  /** The text as offered, and as it is now. */
  readonly before: string;
  readonly text: string;
};

/** The card of a suggestion on one of the two lists. */
export function cardOf(
  list: 'cue' | 'find',
  suggestion: Suggestion,
  place: number,
  cue: CueRef,
  question?: string,
): Card {
  const { base, id } = suggestion.entry;
  const key = `${list}:${base}/${id}` as const;
  return { key, suggestion, place, cue, ...(question === undefined ? {} : { question }) };
}

export function entryRefOf(suggestion: Suggestion): EntryRef {
  return { base: suggestion.entry.base, id: suggestion.entry.id };
}
