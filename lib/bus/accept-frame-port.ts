import * as v from 'valibot';
import { frameGreetingSchema } from '../protocol/frame-greeting';
import { type ConsolePort, makeConsolePort } from './console-port';

/** The console script writes as text what it says: that holds its page up least. */
const wireSchema = v.pipe(v.string(), v.parseJson());

/**
 * Waits for the port that the console script sends. A greeting that does not carry this panel's
 * own nonce is the page's, and is ignored. Must be called before the frame's load event.
 */
export function acceptFramePort(nonce: string): Promise<ConsolePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const greeting = v.safeParse(frameGreetingSchema, event.data);
      const port = event.ports[0];
      if (!greeting.success || greeting.output.nonce !== nonce || port === undefined) return;
      window.removeEventListener('message', receive);
      const made = makeConsolePort((message) => port.postMessage(message));
      port.onmessage = ({ data }) => {
        const said = v.safeParse(wireSchema, data);
        if (said.success) made.receive(said.output);
      };
      resolve(made.port);
    };
    window.addEventListener('message', receive);
  });
}
