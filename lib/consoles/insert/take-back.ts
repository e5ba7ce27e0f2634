import type { Wait } from './aim';
import type { Composer } from './composer';
import type { Step } from './step';

type View = Window & typeof globalThis;
type Undo = (composer: Composer) => void;

/** The browser's own undo. */
const byBrowser: Undo = (composer) => {
  composer.document.execCommand('undo');
};

/** Editor frameworks keep their own history, bound to the key. */
const byKey: Undo = (composer) => {
  const view = composer.document.defaultView as View | null;
  if (view === null) return;
  const isMac = /mac|iphone|ipad/i.test(view.navigator.platform);
  const key = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !isMac, metaKey: isMac };
  composer.element.dispatchEvent(
    new view.KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true }),
  );
};

const byInput: Undo = (composer) => {
  const view = composer.document.defaultView as View | null;
  if (view === null) return;
  const inputType = 'historyUndo';
  composer.element.dispatchEvent(
    new view.InputEvent('beforeinput', {
      inputType,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
};

/** One undo takes back at most a line of the browser's own editing; more would be the agent's. */
const roundsPerWay = 8;
const undoneMs = 80;

/**
 * Undoes what a step did wrong, until the draft reads as before. `mayGoOn` is asked before each
 * undo. Tells whether the draft is back.
 */
export async function takeBack(
  composer: Composer,
  step: Step,
  before: string,
  read: () => string,
  wait: Wait,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const ways = step.isNative ? [byBrowser, byKey, byInput] : [byKey, byInput, byBrowser];
  let now = read();
  for (const undo of ways) {
    for (let round = 0; round < roundsPerWay && now !== before; round++) {
      if (!mayGoOn()) return false;
      undo(composer);
      await wait(undoneMs);
      const after = read();
      if (after === now) break;
      now = after;
    }
  }
  return now === before;
}
