import { vi } from 'vitest';
import { type WatchState, watchConsole } from '../../../lib/consoles/read/watch-console';
import type { Conversation } from '../../../lib/domain/conversation';
import type { Recipe } from '../../../lib/protocol/recipe';
import { isShown } from './page';

/** Far longer than any wait of the reader's but the one for a switch. */
const settledMs = 600;

/** Starts watching with fake timers on; `after()` lets mutations and the reader's waits pass. */
export function startWatching(recipe: Recipe) {
  const abort = new AbortController();
  const emitted: (Conversation | null)[] = [];
  const states: WatchState[] = [];
  watchConsole({
    recipe,
    window,
    signal: abort.signal,
    isVisible: isShown,
    onConversation: (conversation) => emitted.push(conversation),
    onState: (state) => states.push(state),
  });
  return {
    emitted,
    states,
    abort: () => abort.abort(),
    latest: () => emitted.at(-1),
    texts: () => emitted.at(-1)?.messages.map((message) => message.text),
    after: async (ms = settledMs) => {
      await vi.advanceTimersByTimeAsync(ms);
    },
  };
}
