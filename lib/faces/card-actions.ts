import { answerParts, isNamedSlot } from '../domain/slots';
import { plainAnswer } from './answer-text';
import { cardByNumber, slotValuesOf } from './card-context';
import { editedAnswer } from './edited-answer';
import { formattedAnswer } from './formatted-answer';
import type { InsertWishes } from './insert-wishes';
import type { PanelActions } from './panel-actions';
import { type Card, entryRefOf, type InsertWish } from './panel-card';
import { type PanelTools, recordEvent, setStatus } from './panel-tools';

type CardActions = Pick<
  PanelActions,
  | 'insert'
  | 'insertQuestion'
  | 'insertAsNote'
  | 'replaceDraft'
  | 'edit'
  | 'editText'
  | 'editInsert'
  | 'editCancel'
  | 'copy'
  | 'reject'
  | 'undoReject'
  | 'open'
  | 'fillSlot'
>;

/** What the buttons of a card do. Each takes the card as it was painted, or the number of its key. */
export function cardActions(tools: PanelTools, wishes: InsertWishes): CardActions {
  const { get, set } = tools;
  const cardFor = (which: Card | number) =>
    typeof which === 'number' ? cardByNumber(get(), which) : which;

  /** The text as shown, or undefined after asking for the first slot that lacks a value. */
  function completeText(card: Card, template: string): string | undefined {
    const { text, missing } = plainAnswer(template, slotValuesOf(get(), card));
    const slot = missing[0];
    if (slot === undefined) return text;
    set({ opened: { ...get().opened, [card.key]: true } });
    setStatus(tools, card.key, { kind: 'missing', slot });
    set({ focus: { on: 'slot', key: card.key, slot } });
    return undefined;
  }

  function edit(which: Card | number) {
    const card = cardFor(which);
    if (card === undefined) return;
    const { editing, setAside } = get();
    if (editing?.card.key !== card.key) {
      const { text } = plainAnswer(card.suggestion.answer, slotValuesOf(get(), card));
      const begun = setAside[card.key] ?? { card, before: text, text };
      const aside = editing === undefined ? {} : { [editing.card.key]: editing };
      set({ editing: begun, setAside: { ...setAside, ...aside } });
      setStatus(tools, card.key, undefined);
    }
    set({ focus: { on: 'editor', key: card.key } });
  }

  function editInsert() {
    const { editing } = get();
    if (editing === undefined) return;
    const { card, before, text } = editing;
    const slot = answerParts(text).find((part) => part.kind === 'slot');
    if (slot !== undefined) {
      setStatus(tools, card.key, { kind: 'missing', slot: slot.name });
      set({ focus: { on: 'editor', key: card.key } });
      return;
    }
    if (card.suggestion.entry.mustEdit && text.trim() === before.trim()) {
      setStatus(tools, card.key, { kind: 'unchanged' });
      set({ focus: { on: 'editor', key: card.key } });
      return;
    }
    wishes.make({
      ...wishOf(card, text, before),
      ...editedAnswer(card.suggestion.answer, slotValuesOf(get(), card), text),
    });
  }

  const again = (wish: InsertWish | undefined, how: Parameters<InsertWishes['make']>[1]) => {
    if (wish !== undefined) wishes.make(wish, how);
  };

  return {
    insert(which) {
      const card = cardFor(which);
      if (card === undefined) return;
      if (get().editing?.card.key === card.key) editInsert();
      else if (card.suggestion.entry.mustEdit) edit(card);
      else {
        const text = completeText(card, card.suggestion.answer);
        if (text === undefined) return;
        wishes.make({
          ...wishOf(card, text, text),
          ...formattedAnswer(card.suggestion.answer, slotValuesOf(get(), card)),
        });
      }
    },
    insertQuestion(card) {
      const text = completeText(card, card.suggestion.entry.asksFirst ?? '');
      if (text === undefined) return;
      // A question back is no answer yet.
      const { question: _, ...wish } = wishOf(card, text, text);
      wishes.make({
        ...wish,
        ...formattedAnswer(card.suggestion.entry.asksFirst ?? '', slotValuesOf(get(), card)),
      });
    },
    insertAsNote(from) {
      const status = get().statuses[from];
      if (status?.kind === 'refused') again(status.wish, { allowNote: true });
    },
    replaceDraft(from) {
      const status = get().statuses[from];
      if (status?.kind === 'inserted') again(status.wish, { mode: 'replace' });
    },
    edit,
    editText(text) {
      const { editing } = get();
      if (editing !== undefined) set({ editing: { ...editing, text } });
    },
    editInsert,
    editCancel() {
      const key = get().editing?.card.key;
      if (key === undefined) return;
      const { [key]: _, ...setAside } = get().setAside;
      set({ editing: undefined, setAside });
      setStatus(tools, key, undefined);
      set({ focus: { on: 'card', key } });
    },
    async copy(which) {
      const card = cardFor(which);
      if (card === undefined) return;
      const { editing } = get();
      const text =
        editing?.card.key === card.key ? editing.text : completeText(card, card.suggestion.answer);
      if (text === undefined) return;
      try {
        await tools.copyText(text);
        setStatus(tools, card.key, { kind: 'copied' });
      } catch {
        setStatus(tools, card.key, { kind: 'copy-failed' });
      }
    },
    reject(which) {
      const card = cardFor(which);
      if (card === undefined || get().rejected.includes(card.key)) return;
      // The pressed button is gone with its card: the keyboard goes to Undo, which took its place.
      set({ rejected: [...get().rejected, card.key], focus: { on: 'card', key: card.key } });
      const { cue } = card;
      const entry = entryRefOf(card.suggestion);
      const status = get().statuses[card.key];
      if (status?.kind === 'inserted') wishes.takeBackPick(status.wish);
      recordEvent(tools, cue, { kind: 'rejected', cueText: cue.text, entry });
    },
    undoReject(card) {
      if (!get().rejected.includes(card.key)) return;
      const rejected = get().rejected.filter((key) => key !== card.key);
      set({ rejected, focus: { on: 'card', key: card.key } });
      const { cue } = card;
      const entry = entryRefOf(card.suggestion);
      recordEvent(tools, cue, { kind: 'rejection-undone', cueText: cue.text, entry });
      const status = get().statuses[card.key];
      if (status?.kind === 'inserted') wishes.recordPick(status.wish);
    },
    open(key, isOpen) {
      set({ opened: { ...get().opened, [key]: isOpen } });
    },
    fillSlot(card, slot, value) {
      const { asked, names, statuses } = get();
      if (isNamedSlot(slot)) {
        set({ names: { ...names, [slot]: value } });
      } else {
        set({ asked: { ...asked, [card.key]: { ...asked[card.key], [slot]: value } } });
      }
      if (statuses[card.key]?.kind === 'missing') setStatus(tools, card.key, undefined);
    },
  };
}

function wishOf(
  { key, suggestion, place, cue, question }: Card,
  text: string,
  offered: string,
): InsertWish {
  const pick = { entry: entryRefOf(suggestion), place, offered };
  return { from: key, cue, text, pick, ...(question === undefined ? {} : { question }) };
}
