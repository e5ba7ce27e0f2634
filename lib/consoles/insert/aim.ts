import type { InsertRequest } from '../../protocol/console-messages';
import { caretIn, endOf, placeAfter, select } from './caret-place';
import { type Composer, type EditableComposer, type FieldComposer, hasFocus } from './composer';
import { type Place, readComposer, squeeze } from './read-composer';
import { type CaretMemory, caretInField } from './remember-caret';

export type Wait = (ms: number) => Promise<void>;

/** The selection is set; what the composer reads, and has to read afterwards, both squeezed. */
export type Aim = { readonly before: string; readonly expected: string };

/** Where in the draft to write. It outlives re-renders: letters are counted, not nodes kept. */
export type Target = 'all' | { readonly lettersBefore: number; readonly place: Place | undefined };

// Editors take over a selection late, and some put their own back when they get the focus. With
// less time Lexical inserted at the old caret. Slate draws at once what the focus changes, but reads
// the selection at most every 100 ms.
const takeOverMs = 60;
const slateFocusMs = 16;
const slateTakeOverMs = 110;
/** A caret that never comes to rest does not hold the answer up for ever. */
const mostTries = 4;

/** Must be asked before the composer gets the focus, which may move its caret. */
export function targetIn(
  composer: Composer,
  mode: InsertRequest['mode'],
  memory: CaretMemory | undefined,
): Target {
  if (mode === 'replace') return 'all';
  if (composer.kind === 'field') {
    return { lettersBefore: caretInField(composer, memory), place: undefined };
  }
  const { element } = composer;
  const place = memory?.placeIn(element) ?? caretIn(element) ?? endOf(element);
  return { lettersBefore: squeeze(readComposer(element, place)).length, place };
}

/** Focuses the composer and puts its selection where the text belongs. */
export async function aim(
  composer: Composer,
  target: Target,
  text: string,
  wait: Wait,
): Promise<Aim> {
  if (composer.kind === 'field') return aimField(composer, target, text);
  const { element } = composer;
  const isSlate = composer.family === 'slate';
  let waitedMs = 0;
  if (!hasFocus(composer)) {
    element.focus();
    waitedMs = isSlate ? slateFocusMs : takeOverMs;
    await wait(waitedMs);
  }
  // Where nothing is written every caret is the same, and the editor knows its own already.
  const isPlaced = caretIn(element) !== undefined && squeeze(readComposer(element)) === '';
  for (let tries = 0; tries < mostTries; tries++) {
    const hasMoved =
      !isPlaced && select(composer, target === 'all' ? 'all' : placeOf(composer, target));
    if (isSlate) await slateTakesOver(composer, slateTakeOverMs - (isPlaced ? waitedMs : 0), wait);
    else if (hasMoved) await wait(takeOverMs);
    // On a busy page an editor may answer the focus only now, with the caret that it had then.
    if (isPlaced || target === 'all') break;
    if (beforeCaret(element).length === target.lettersBefore) break;
  }
  if (caretIn(element) === undefined) select(composer, target === 'all' ? 'all' : endOf(element));
  const before = squeeze(readComposer(element));
  if (target === 'all') return { before, expected: squeeze(text) };
  const prefix = beforeCaret(element);
  return { before, expected: prefix + squeeze(text) + before.slice(prefix.length) };
}

/** A busy page tells Slate late of the selection: its time counts from then. */
async function slateTakesOver({ document }: Composer, ms: number, wait: Wait): Promise<void> {
  let until = 0;
  const onTold = () => {
    until = performance.now() + slateTakeOverMs;
  };
  document.addEventListener('selectionchange', onTold);
  let left = ms;
  for (let rounds = 0; left > 0 && rounds < mostTries; rounds++) {
    await wait(left);
    left = until - performance.now();
  }
  document.removeEventListener('selectionchange', onTold);
}

function beforeCaret(element: Element): string {
  return squeeze(readComposer(element, caretIn(element) ?? endOf(element)));
}

function aimField({ element }: FieldComposer, target: Target, text: string): Aim {
  element.focus();
  const { value } = element;
  if (target === 'all') {
    element.select();
    return { before: squeeze(value), expected: squeeze(text) };
  }
  const caret = Math.min(target.lettersBefore, value.length);
  // Fields for addresses have no selection; their caret is at the end.
  if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
  const expected = squeeze(value.slice(0, caret) + text + value.slice(caret));
  return { before: squeeze(value), expected };
}

function placeOf({ element }: EditableComposer, target: Exclude<Target, 'all'>): Place {
  const { place, lettersBefore } = target;
  if (place !== undefined && element.contains(place.node)) {
    if (squeeze(readComposer(element, place)).length === lettersBefore) return place;
  }
  const isAtEnd = squeeze(readComposer(element)).length <= lettersBefore;
  return isAtEnd ? endOf(element) : placeAfter(element, lettersBefore);
}
