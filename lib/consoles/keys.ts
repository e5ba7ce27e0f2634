import type { Action, KeyBinding } from '../protocol/console-messages';
import { lookNowAndThen } from './look-now-and-then';

/** What the script that runs before the page's own leaves for the console script beside it. */
export type EarlyWorld = {
  cuecardEarly?: {
    readonly hearing: Set<(event: KeyboardEvent) => void>;
    /** Listens again where the page has thrown all listeners out by writing the document anew. */
    readonly listen: () => void;
  };
};

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
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const binding = matchBinding(event, bindings);
    if (binding === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) onAction(binding.action);
  };

  // Chromium shows the globals of our own scripts in a frame. In Firefox this listens late, and the
  // frame's own script early (`key-session.ts`).
  const earlyIn = (target: Window) =>
    ((target === window ? globalThis : target) as EarlyWorld).cuecardEarly;

  // Done anew at every look, since another page may have come into a frame, or its document been
  // written anew, which leaves no listener: what still listens is not added twice.
  const listenIn = (target: Window) => {
    const early = earlyIn(target);
    if (early === undefined) target.addEventListener('keydown', onKey, { capture: true });
    else {
      early.hearing.add(onKey);
      early.listen();
    }
  };
  const stopIn = (target: Window) => {
    target.removeEventListener('keydown', onKey, { capture: true });
    earlyIn(target)?.hearing.delete(onKey);
  };

  const look = () => forEachWindow(window, listenIn);
  look();
  window.document.addEventListener('load', look, { capture: true, signal });
  window.document.addEventListener('focusin', look, { capture: true, signal });
  lookNowAndThen(look, lookForFramesMs, signal);
  signal.addEventListener('abort', () => forEachWindow(window, stopIn));
}

/** The window and its same-origin frames, all the way down. */
function forEachWindow(target: Window, see: (each: Window) => void): void {
  const document = documentOf(target);
  if (document === undefined) return;
  see(target);
  // A live list, which browsers keep: asked at every focus, a search would walk the whole page.
  for (const frame of document.getElementsByTagName('iframe')) {
    if (frame.contentWindow !== null) forEachWindow(frame.contentWindow, see);
  }
}

/** Undefined for a frame of another origin: reaching into it throws. */
function documentOf(target: Window): Document | undefined {
  try {
    return target.document;
  } catch {
    return undefined;
  }
}
