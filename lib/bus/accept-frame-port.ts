import * as v from 'valibot';
import { type FromConsole, fromConsoleSchema, type ToConsole } from '../protocol/console-messages';
import { frameGreetingSchema } from '../protocol/frame-greeting';

/** The framed panel's way to the console script beside it. */
export type FramePort = {
  send(message: ToConsole): void;
  onMessage(listener: (message: FromConsole) => void): () => void;
};

/**
 * Waits for the port that the console script sends. A greeting that does not carry this panel's
 * own nonce is the page's, and is ignored. Must be called before the frame's load event.
 */
export function acceptFramePort(nonce: string): Promise<FramePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const greeting = v.safeParse(frameGreetingSchema, event.data);
      const port = event.ports[0];
      if (!greeting.success || greeting.output.nonce !== nonce || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(framePort(port));
    };
    window.addEventListener('message', receive);
  });
}

function framePort(port: MessagePort): FramePort {
  const listeners = new Set<(message: FromConsole) => void>();
  const early: FromConsole[] = [];
  port.onmessage = ({ data }) => {
    const message = v.safeParse(fromConsoleSchema, data);
    if (!message.success) return;
    if (listeners.size === 0) early.push(message.output);
    for (const listener of listeners) listener(message.output);
  };
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      listeners.add(listener);
      for (const message of early.splice(0)) listener(message);
      return () => listeners.delete(listener);
    },
  };
}
