import type { EditableComposer } from './composer';
import { type Content, fillTransfer } from './fill-transfer';
import type { Step } from './step';
import { textToHtml } from './text-to-html';

type View = Window & typeof globalThis;

/** A paste event with plain text: what nearly every editor framework handles by itself. */
export const paste: Step = {
  name: 'paste',
  isNative: false,
  run: (composer, text) => composer.kind === 'editable' && dispatchPaste(composer, { text }),
};

/** The same with HTML beside it, for editors that drop the blank lines of plain text. */
export const pasteHtml: Step = {
  name: 'paste-html',
  isNative: false,
  run: (composer, text) =>
    composer.kind === 'editable' && dispatchPaste(composer, { text, html: textToHtml(text) }),
};

/** The event's classes are the composer's own document's: those of another frame are refused. */
export function dispatchPaste(composer: EditableComposer, content: Content): boolean {
  const view = composer.document.defaultView as View | null;
  if (view === null) return false;
  const event = new view.ClipboardEvent('paste', {
    clipboardData: fillTransfer(new view.DataTransfer(), content),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // Firefox gives the event an empty transfer of its own instead (153; in pages as well).
  if (event.clipboardData?.types.length === 0) fillTransfer(event.clipboardData, content);
  return !composer.element.dispatchEvent(event);
}
