import type { WirePort } from '../protocol/brain-envelope';

/** A MessagePort as the project's own kind of port. */
export function wirePort(port: MessagePort): WirePort {
  return {
    post: (message) => port.postMessage(message),
    listen(listener) {
      port.onmessage = (event) => listener(event.data);
    },
  };
}
