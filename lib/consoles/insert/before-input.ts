import { selectionIn } from './caret-place';
import { fillTransfer } from './fill-transfer';
import type { Step } from './step';

type View = Window & typeof globalThis;

/**
 * The event of a spelling correction, which may hold any text. Frameworks that keep their own model
 * handle it instead of the browser; elsewhere it does nothing.
 */
export const beforeInput: Step = {
  name: 'beforeinput',
  isNative: false,
  run(composer, text) {
    const view = composer.document.defaultView as View | null;
    const selection = selectionIn(composer.element);
    if (view === null || !selection || selection.rangeCount === 0) return false;
    const event = new view.InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      data: text,
      dataTransfer: fillTransfer(new view.DataTransfer(), { text }),
      targetRanges: [new view.StaticRange(selection.getRangeAt(0))],
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    return !composer.element.dispatchEvent(event);
  },
};
