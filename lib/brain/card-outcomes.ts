import type { EntryRef, StoredEvent } from '../domain/pick';
import type { Outcome } from '../engine/engine';
import { entryKey } from '../store/store';

/** The cards of one message, and what the agent did with them. */
type Shown = {
  readonly cards: readonly { readonly base: string; readonly key: string; readonly odds: number }[];
  picked: string[];
  rejected: string[];
  /** Messages of which it was told that none of the cards fits. */
  gaps: string[];
};

type Verdict = Extract<StoredEvent, { readonly entry: EntryRef }>;

/** How cards turned out, followed event by event. */
export type CardOutcomes = {
  /** The next event, in their order. */
  read(event: StoredEvent): void;
  byBase(): Map<string, Outcome[]>;
};

/** Whether the event can make an outcome, take one back, or tell of which message the next one is. */
export const saysHowCardsTurnedOut = (event: StoredEvent): boolean =>
  event.kind === 'gap' || event.kind === 'gap-undone' || event.kind === 'shown' || isVerdict(event);

const isVerdict = (event: StoredEvent): event is StoredEvent & Verdict =>
  'entry' in event && !event.kind.startsWith('phrasing-');

/**
 * By base how its cards turned out. Of a message that something was picked for, only what was picked
 * is right; for a gap nothing is; else only what was rejected is known, to be wrong. Messages that
 * were left alone say nothing: the agent may not have looked.
 */
export function makeCardOutcomes(): CardOutcomes {
  const all: Shown[] = [];
  const byConversation = new Map<string, Shown[]>();
  return {
    read(event) {
      const conversation = JSON.stringify([event.consoleId, event.conversationKey]);
      const own = byConversation.get(conversation) ?? [];
      byConversation.set(conversation, own);
      if (event.kind === 'shown') {
        const shown = { cards: cardsOf(event), picked: [], rejected: [], gaps: [] };
        all.push(shown);
        own.push(shown);
        return;
      }
      if (event.kind === 'gap') own.at(-1)?.gaps.push(event.cueText);
      else if (event.kind === 'gap-undone') takeLastGap(own, event.cueText);
      else if (isVerdict(event)) judge(event, own);
    },
    byBase() {
      const outcomes = new Map<string, Outcome[]>();
      for (const { cards, picked, rejected, gaps } of all) {
        const isGap = gaps.length > 0;
        if (!isGap && picked.length === 0 && rejected.length === 0) continue;
        for (const { base, key, odds } of cards) {
          if (!isGap && picked.length === 0 && !rejected.includes(key)) continue;
          const own = outcomes.get(base) ?? [];
          outcomes.set(base, own);
          own.push({ odds, right: picked.includes(key) });
        }
      }
      return outcomes;
    },
  };
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

/** Takes back the last gap of a message in a conversation; of a text that is gone, any may be meant. */
function takeLastGap(own: readonly Shown[], text: string) {
  const isMeant = (said: string) => said === text || said === '' || text === '';
  const gaps = own.findLast((each) => each.gaps.some(isMeant))?.gaps;
  gaps?.splice(gaps.findLastIndex(isMeant), 1);
}

function cardsOf({ entries, odds }: Extract<StoredEvent, { kind: 'shown' }>): Shown['cards'] {
  return entries.flatMap((entry, at) => {
    const own = odds?.[at];
    return typeof own === 'number' ? [{ base: entry.base, key: entryKey(entry), odds: own }] : [];
  });
}
