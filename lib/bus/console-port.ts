import * as v from 'valibot';
import { type FromConsole, fromConsoleSchema, type ToConsole } from '../protocol/console-messages';

/** A panel's way to the console script of one page. */
export type ConsolePort = {
  send(message: ToConsole): void;
  onMessage(listener: (message: FromConsole) => void): () => void;
};

/**
 * Makes a panel's end of any kind of channel. What comes before somebody listens is kept.
 * @returns the port, and what to call with everything that comes in
 */
export function makeConsolePort(send: (message: ToConsole) => void) {
  const listeners = new Set<(message: FromConsole) => void>();
  const early: FromConsole[] = [];
  const port: ConsolePort = {
    send,
    onMessage(listener) {
      listeners.add(listener);
      for (const message of early.splice(0)) listener(message);
      return () => listeners.delete(listener);
    },
  };
  const receive = (message: unknown) => {
    const parsed = v.safeParse(fromConsoleSchema, message);
    if (!parsed.success) return;
    if (listeners.size === 0) early.push(parsed.output);
    for (const listener of listeners) listener(parsed.output);
  };
  return { port, receive };
}
