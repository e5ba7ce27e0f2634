import { randomId } from '../base/random-id';
import type { FormattedLine } from '../domain/formatted-line';
import type { EntryRef } from '../domain/pick';
import type { InsertOutcome, InsertRequest } from '../protocol/console-messages';
import type { CardStatus, CueRef, InsertWish } from './panel-card';
import { type PanelTools, recordEvent, setStatus } from './panel-tools';
import { withTick } from './question-cards';
import { withoutDraft } from './without-draft';

export type InsertWishes = {
  /** Sends at once, so that the page still sees the agent's click as the cause. */
  make(wish: InsertWish, how?: Partial<Pick<InsertRequest, 'mode' | 'allowNote'>>): void;
  settle(requestId: string, result: InsertOutcome): void;
  /** Records that what is in was no right pick after all; `recordPick` that it was. */
  takeBackPick(wish: InsertWish): void;
  recordPick(wish: InsertWish): void;
};

type Pending = { readonly wish: InsertWish; readonly besideDraft: boolean };

const longestInsert = 20_000;

/** Insertions on their way: sent, awaited by request id, and recorded when they are in. */
export function insertWishes(tools: PanelTools): InsertWishes {
  const pending = new Map<string, Pending>();
  /** A card that is inserted twice for one cue was picked once. */
  const recorded = new Set<string>();

  const isOnItsWay = (wish: InsertWish) => tools.get().statuses[wish.from]?.kind === 'inserting';

  /** The agent may have moved on: then the card that asked is no longer there to tell. */
  function tell(wish: InsertWish, status: CardStatus) {
    if (wish.cue.conversationKey === (tools.get().conversation?.key ?? '')) {
      setStatus(tools, wish.from, status);
    }
  }

  function make(wish: InsertWish, how: Partial<Pick<InsertRequest, 'mode' | 'allowNote'>> = {}) {
    if (isOnItsWay(wish)) return;
    if (wish.cue.conversationKey === '') {
      tell(wish, { kind: 'refused', why: 'no-conversation' });
      return;
    }
    if (!tools.coverGuard.mayAct()) {
      tell(wish, { kind: 'refused', why: 'panel-covered' });
      return;
    }
    if (wish.text.trim() === '' || wish.text.length > longestInsert) {
      tell(wish, { kind: wish.text.trim() === '' ? 'empty' : 'too-long' });
      return;
    }
    const requestId = randomId();
    const mode = how.mode ?? 'caret';
    tools.console.send({
      type: 'insert.request',
      requestId,
      conversationKey: wish.cue.conversationKey,
      text: wish.text,
      ...(wish.formatted === undefined ? {} : { formatted: copied(wish.formatted) }),
      mode,
      allowNote: how.allowNote ?? false,
    });
    const hasDraft = tools.get().conversation?.hasDraft ?? false;
    pending.set(requestId, { wish, besideDraft: mode === 'caret' && hasDraft });
    tools.set({ movedAway: false });
    tell(wish, { kind: 'inserting', requestId });
    setTimeout(() => giveUp(requestId, wish), tools.insertTimeoutMs);
  }

  /** Only the words change: an answer that comes later still counts. */
  function giveUp(requestId: string, wish: InsertWish) {
    const status = tools.get().statuses[wish.from];
    if (status?.kind !== 'inserting' || status.requestId !== requestId) return;
    tell(wish, { kind: 'refused', why: 'no-answer' });
  }

  function settle(requestId: string, result: InsertOutcome) {
    const sent = pending.get(requestId);
    if (sent === undefined) return;
    pending.delete(requestId);
    const { wish } = sent;
    if (result.outcome !== 'refused') {
      recordPick(wish);
      closeEditor(wish);
    }
    if (result.outcome === 'inserted') tick(wish);
    if (result.outcome === 'refused' && result.why === 'conversation-changed') {
      tools.set({ movedAway: true });
    }
    tell(wish, statusAfter(result, sent));
  }

  /** Only in the cue it was made for: the same words may be asked again later. */
  function tick({ question, cue }: InsertWish) {
    const { answered, cue: current } = tools.get();
    if (question === undefined || cue.conversationKey !== current?.conversationKey) return;
    if (current.text.includes(cue.text)) {
      tools.set({ answered: withTick(answered, question, true) });
    }
  }

  function closeEditor({ from, cue, text }: InsertWish) {
    const { editing, parked } = tools.get();
    if (from === 'draft') tools.set({ drafts: withoutDraft(tools.get().drafts, cue, text) });
    else if (from !== 'hold') {
      const { [from]: _, ...setAside } = tools.get().setAside;
      tools.set({ setAside });
    }
    if (editing?.card.key === from && editing.card.cue.conversationKey === cue.conversationKey) {
      tools.set({ editing: undefined });
    } else if (parked[cue.conversationKey]?.card.key === from) {
      const { [cue.conversationKey]: _, ...others } = parked;
      tools.set({ parked: others });
    }
  }

  function recordPick({ cue, pick, text }: InsertWish) {
    if (pick === undefined) return;
    const { entry, place, offered } = pick;
    const once = onceFor(cue, entry);
    if (recorded.has(once)) return;
    recorded.add(once);
    const about = { cueText: cue.text, entry, place };
    recordEvent(
      tools,
      cue,
      text === offered
        ? { kind: 'inserted', ...about }
        : { kind: 'edited', ...about, before: offered, after: text },
    );
  }

  function takeBackPick({ cue, pick }: InsertWish) {
    if (pick === undefined || !recorded.delete(onceFor(cue, pick.entry))) return;
    recordEvent(tools, cue, { kind: 'insert-undone', cueText: cue.text, entry: pick.entry });
  }

  return { make, settle, takeBackPick, recordPick };
}

const copied = (lines: readonly FormattedLine[]) =>
  lines.map(({ listed, runs }) => ({ listed, runs: [...runs] }));

const onceFor = (cue: CueRef, { base, id }: EntryRef) =>
  JSON.stringify([cue.conversationKey, cue.text, base, id]);

function statusAfter(result: InsertOutcome, { wish, besideDraft }: Pending): CardStatus {
  switch (result.outcome) {
    case 'inserted':
      return { kind: 'inserted', besideDraft, wish };
    case 'copied':
      return { kind: 'copied-instead' };
    case 'refused':
      return { kind: 'refused', why: result.why, wish };
  }
}
