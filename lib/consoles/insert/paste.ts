import type { EditableComposer } from './composer';
import { makeTransfer } from './make-transfer';
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
function dispatchPaste(
  composer: EditableComposer,
  content: { readonly text: string; readonly html?: string },
): boolean {
  const view = composer.document.defaultView as View | null;
  if (view === null) return false;
  const event = new view.ClipboardEvent('paste', {
    clipboardData: makeTransfer(view, content),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  return !composer.element.dispatchEvent(event);
}
