import type { FromConsole } from '../protocol/console-messages';
import type { PageWish } from './console-session';
import { tellKeys } from './tell-keys';

type Options = {
  readonly window: Window;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/**
 * A script's life in a part of a page that the page's own script reads and writes: it hears the keys
 * there. In Firefox only a script of that document does so before the part's own: no script of ours
 * sees the globals that another has left in another document.
 */
export function startKeySession(options: Options): (wish: PageWish) => void {
  const listenTo = tellKeys(options);
  return (wish) => {
    if (wish.type === 'keys.listen') listenTo(wish.bindings);
  };
}
