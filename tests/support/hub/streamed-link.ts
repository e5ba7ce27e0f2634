import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HubLink } from '../../../lib/sync/hub-link';
import { origin, straightLink } from './faulty-link';
import type { TestHub } from './test-hub';

/** Asks the hub as over a network, and hears its stream over one; where no page's `fetch` may be used. */
export async function streamedLink(
  hub: TestHub,
): Promise<HubLink & { readonly openStreams: () => number }> {
  await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = hub.server.server.address() as AddressInfo;
  let open = 0;
  return {
    openStreams: () => open,
    ...straightLink(hub),
    listen: ({ url, token }, on, signal) =>
      new Promise((resolve, reject) => {
        const address = `http://127.0.0.1:${port}${url.slice(origin.length)}`;
        const asked = get(address, { signal, headers: { authorization: `Bearer ${token}` } });
        asked.on('error', reject);
        asked.on('response', (answer) => {
          answer.setEncoding('utf8');
          on.open();
          // What the hub says at once, and so hears of what changes from then on.
          answer.once('data', () => open++);
          answer.once('close', () => open--);
          let rest = '';
          answer.on('data', (some: string) => {
            const messages = `${rest}${some}`.split('\n\n');
            rest = messages.pop() ?? '';
            for (const message of messages) {
              if (message.startsWith('data: ')) on.message(message.slice('data: '.length));
            }
          });
          answer.on('error', reject);
          answer.on('end', resolve);
        });
      }),
  };
}
