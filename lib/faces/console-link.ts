import type { FromConsole, ToConsole } from '../protocol/console-messages';

/** The page's console script as the panel sees it. What comes in has been parsed. */
export type ConsoleLink = {
  send(message: ToConsole): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: FromConsole) => void): () => void;
};
