import type { EntryRef, StoredEvent } from '../../../lib/domain/pick';
import type { Outcome } from '../../../lib/engine/engine';
import { entryKey } from '../../../lib/store/store';

/** The cards of one message, and what the agent did with them. */
type Shown = {
  readonly conversation: string;
  readonly cards: readonly { readonly base: string; readonly key: string; readonly odds: number }[];
  picked: string[];
  rejected: string[];
  gaps: string[];
};

type Verdict = Extract<StoredEvent, { readonly entry: EntryRef }>;

const isVerdict = (event: StoredEvent): event is StoredEvent & Verdict =>
  'entry' in event && !event.kind.startsWith('phrasing-');

/**
 * By base how its cards turned out. Of a message that something was picked for, only what was picked
 * is right; for a gap nothing is; else only what was rejected is known, to be wrong. Messages that
 * were left alone say nothing: the agent may not have looked.
 */
export function plainOutcomes(events: Iterable<StoredEvent>): Map<string, Outcome[]> {
  const all: Shown[] = [];
  const byConversation = new Map<string, Shown[]>();

  for (const event of events) {
    const conversation = JSON.stringify([event.consoleId, event.conversationKey]);
    const own = byConversation.get(conversation) ?? [];
    byConversation.set(conversation, own);
    if (event.kind === 'shown') {
      const shown = { conversation, cards: cardsOf(event), picked: [], rejected: [], gaps: [] };
      all.push(shown);
      own.push(shown);
      continue;
    }
    if (event.kind === 'gap') own.at(-1)?.gaps.push(event.cueText);
    else if (event.kind === 'gap-undone') takeLastGap(own, event.cueText);
    else if (isVerdict(event)) judge(event, own);
  }

  const outcomes = new Map<string, Outcome[]>();
  for (const shown of all) {
    for (const { base, key, odds } of shown.cards) {
      const right = shown.picked.includes(key);
      const isKnown =
        shown.gaps.length > 0 || shown.picked.length > 0 || shown.rejected.includes(key);
      if (!isKnown) continue;
      const own = outcomes.get(base) ?? [];
      outcomes.set(base, own);
      own.push({ odds, right });
    }
  }
  return outcomes;
}

function judge(event: Verdict, own: readonly Shown[]) {
  const key = entryKey(event.entry);
  const holds = ({ cards }: Shown) => cards.some((card) => card.key === key);
  const shown = own.findLast(holds);
  switch (event.kind) {
    case 'inserted':
    case 'edited':
      // What was searched for may be a greeting; a related entry says that no card was right.
      (shown ?? (event.place > 0 ? own.at(-1) : undefined))?.picked.push(key);
      break;
    case 'rejected':
      shown?.rejected.push(key);
      break;
    case 'insert-undone':
      takeLast(own, 'picked', key);
      break;
    case 'rejection-undone':
      takeLast(own, 'rejected', key);
      break;
  }
}

/** Takes back the last time that the entry was picked or rejected in a conversation. */
function takeLast(own: readonly Shown[], list: 'picked' | 'rejected', key: string) {
  const shown = own.findLast((each) => each[list].includes(key));
  if (shown !== undefined) shown[list].splice(shown[list].lastIndexOf(key), 1);
}

/** The last that the words may mean; what has lost its words may be any. */
function takeLastGap(own: readonly Shown[], text: string) {
  for (const { gaps } of own.toReversed()) {
    for (let at = gaps.length - 1; at >= 0; at--) {
      if (gaps[at] !== text && gaps[at] !== '' && text !== '') continue;
      gaps.splice(at, 1);
      return;
    }
  }
}

function cardsOf({ entries, odds }: Extract<StoredEvent, { kind: 'shown' }>): Shown['cards'] {
  return entries.flatMap((entry, at) => {
    const own = odds?.[at];
    return typeof own === 'number' ? [{ base: entry.base, key: entryKey(entry), odds: own }] : [];
  });
}
