import type { Conversation } from '../../domain/conversation';
import type { Message } from '../../domain/message';
import type { Found } from './find-visible';
import { type IsVisible, isVisible as isVisibleByStyle } from './is-visible';
import { keepTail } from './keep-tail';
import { makeRowEars, observeSurroundings } from './observe-list';
import { paceReads } from './pace-reads';
import { readMessages } from './read-messages';
import { findConsoleDocument, findList, readScene } from './read-scene';
import type { ReadingPlan } from './reading-plan';
import { settle, unsettled } from './settle';
import { watchPage } from './watch-page';

/** Conversations whose last messages are remembered, for lists that are scrolled. */
const mostTails = 30;

/** `searching`: the recipe fits the page, but its message list is not there now. */
export type WatchState = 'reading' | 'searching';

export type WatchOptions = {
  readonly recipe: ReadingPlan;
  /** The page's own; the recipe's frame is found from it. */
  readonly window: Window;
  /** Ends everything: observers, timers and listeners. */
  readonly signal: AbortSignal;
  /** The visible conversation as it now is; null while there is none or it is being exchanged. */
  readonly onConversation: (conversation: Conversation | null) => void;
  readonly onState: (state: WatchState) => void;
  readonly isVisible?: IsVisible;
};

/** Reads the console's visible conversation, now and at each change that a face would show. */
export function watchConsole(options: WatchOptions): void {
  const { recipe, window, signal, onConversation, onState, isVisible = isVisibleByStyle } = options;
  if (signal.aborted) return;

  const found: Found = new Map();
  let list: Element | undefined;
  let scene: Conversation | undefined;
  let address = '';
  let needsScene = true;
  let stopObserving = () => {};
  let isAllNew = false;
  let state: WatchState | undefined;
  let settling = unsettled;
  let told = 'null';
  /** What was last read of each conversation. */
  const tails = new Map<string, readonly Message[]>();

  const follow = (next: Element | undefined) => {
    if (next === list) return;
    stopObserving();
    stopObserving = () => {};
    ears.stop();
    list = next;
    if (next !== undefined) stopObserving = observeSurroundings(next, recipe, rescan);
  };

  const ears = makeRowEars(recipe, () => {
    // A storm that leaves nothing of what was read: the next reading is due, and reads all anew.
    if (pace.request() && isAllNew) ears.stop();
  });

  const look = () => {
    needsScene = false;
    address = window.location.href;
    const document = findConsoleDocument(recipe, window, isVisible);
    follow(document && findList(recipe, document, isVisible, found));
    scene = undefined;
  };

  const isMoved = () => !list?.isConnected || address !== window.location.href;

  const read = (): number => {
    // A key of several parts changes with no event of its own: rows must not be read under the last one.
    if (needsScene || isMoved() || recipe.conversationId.from === 'all') look();
    if (list === undefined) {
      show(null, 'searching');
      return 0;
    }
    const { messages, rowsRead } = readMessages(list, recipe, ears.listen(list));
    scene ??= readScene(recipe, window, list, messages, isVisible, found);
    const tail = keepTail(tails.get(scene.key), messages, list, recipe);
    show({ ...scene, messages: tail }, 'reading');
    return rowsRead;
  };

  const readSafely = (): number => {
    try {
      return read();
    } catch (error) {
      // Selectors and patterns are data: a bad one makes a recipe that finds nothing, no crash.
      if (!isBadPattern(error)) throw error;
      follow(undefined);
      show(null, 'searching');
      return 0;
    }
  };

  const show = (reading: Conversation | null, next: WatchState) => {
    const now = performance.now();
    settling = settle(settling, reading, now);
    isAllNew = settling.exchangedAt === now;
    const isDoubtful = settling.doubtSince !== undefined;
    if (isDoubtful || next === 'searching') tickSoon();
    if (next !== state && !(isDoubtful && settling.shown !== null)) {
      state = next;
      onState(next);
    }
    if (tails.size > mostTails) tails.clear();
    if (settling.shown) tails.set(settling.shown.key, settling.shown.messages);
    // One reader writes it, always in the same order.
    const shown = JSON.stringify(settling.shown);
    if (signal.aborted || shown === told) return;
    told = shown;
    onConversation(settling.shown);
  };

  const pace = paceReads(readSafely, window, signal);
  const rescan = () => {
    needsScene = true;
    pace.urge();
  };
  const tickSoon = watchPage(window, signal, rescan, rescan);
  signal.addEventListener('abort', () => {
    follow(undefined);
    found.clear();
  });
  rescan();
}

/** By name too: what is thrown from within a frame is of that frame's own classes. */
function isBadPattern(error: unknown): boolean {
  const name = (error as { readonly name?: unknown } | null)?.name;
  return error instanceof DOMException || name === 'SyntaxError';
}
