import type { Action, KeyBinding } from '../protocol/console-messages';
import { lookNowAndThen } from './look-now-and-then';

/** What the script that runs before the page's own leaves for the console script beside it. */
export type EarlyWorld = { cuecardEarly?: Set<(event: KeyboardEvent) => void> };

const lookForFramesMs = 1_500;

type Chord = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** The binding pressed: same key, exactly its modifiers, and not while an input method composes. */
export function matchBinding(
  event: Chord,
  bindings: readonly KeyBinding[],
): KeyBinding | undefined {
  // 229 is what browsers report for keys that the input method has taken (UI Events, 7.3.1).
  if (event.isComposing || event.keyCode === 229) return undefined;
  return bindings.find(
    (binding) =>
      binding.code === event.code &&
      binding.alt === event.altKey &&
      binding.ctrl === event.ctrlKey &&
      binding.meta === event.metaKey &&
      binding.shift === event.shiftKey,
  );
}

/**
 * Listens in the page and in its same-origin frames, later ones too, before the console's own
 * shortcuts. Keys that the page makes up are not listened to; all but the bound ones pass.
 */
export function listenForKeys(options: {
  readonly window: Window;
  readonly bindings: readonly KeyBinding[];
  readonly onAction: (action: Action) => void;
  readonly signal: AbortSignal;
}): void {
  const { window, bindings, onAction, signal } = options;
  if (signal.aborted || bindings.length === 0) return;
  // By document, not window: a frame's window stays the same when another page is loaded into it.
  const heard = new WeakSet<Document>();

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const binding = matchBinding(event, bindings);
    if (binding === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) onAction(binding.action);
  };

  const listenIn = (target: Window) => {
    const document = documentOf(target);
    if (document === undefined) return;
    if (!heard.has(document)) {
      heard.add(document);
      // Chromium shows the globals of our own scripts in a frame; in Firefox that listens late.
      const { cuecardEarly: early } = (target === window ? globalThis : target) as EarlyWorld;
      if (early === undefined) target.addEventListener('keydown', onKey, { capture: true, signal });
      else {
        early.add(onKey);
        signal.addEventListener('abort', () => early.delete(onKey));
      }
    }
    // A live list, which browsers keep: asked at every focus, a search would walk the whole page.
    for (const frame of document.getElementsByTagName('iframe')) {
      if (frame.contentWindow !== null) listenIn(frame.contentWindow);
    }
  };

  listenIn(window);
  const lookAgain = () => listenIn(window);
  window.document.addEventListener('load', lookAgain, { capture: true, signal });
  window.document.addEventListener('focusin', lookAgain, { capture: true, signal });
  lookNowAndThen(lookAgain, lookForFramesMs, signal);
}

/** Undefined for a frame of another origin: reaching into it throws. */
function documentOf(target: Window): Document | undefined {
  try {
    return target.document;
  } catch {
    return undefined;
  }
}
