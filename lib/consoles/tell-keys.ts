import type { Action, FromConsole, KeyBinding } from '../protocol/console-messages';
import { listenForKeys } from './keys';

type Options = {
  readonly window: Window;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/** @returns what to call with the keys to listen for, in place of those of before */
export function tellKeys({ window, send, signal }: Options): (keys: readonly KeyBinding[]) => void {
  let listening = new AbortController();
  signal.addEventListener('abort', () => listening.abort());
  const onAction = (action: Action) => send({ type: 'key.pressed', action });
  return (bindings) => {
    listening.abort();
    listening = new AbortController();
    if (signal.aborted) return;
    listenForKeys({ window, bindings, onAction, signal: listening.signal });
  };
}
