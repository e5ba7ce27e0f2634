import { readHubAddress } from '../lib/protocol/hub-address.ts';

/** What listens on every address of its machine; it is no address to go to, and panels refuse it. */
const everyAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };

/**
 * What stands before an invite, when it is known on which port the hub listens: where people reach
 * it, or else where it listens itself. Throws where no panel could go.
 * @param publicUrl as somebody set it, where there is a proxy; nothing or empty for none
 */
export function linkOrigin(host: string, publicUrl = ''): (port: number) => string {
  if (publicUrl === '') {
    const { hostname } = new URL(`http://${host.includes(':') ? `[${host}]` : host}`);
    return (port) => `http://${everyAddress[hostname] ?? hostname}:${port}`;
  }
  const address = readHubAddress(publicUrl);
  if (typeof address === 'object') return () => address.hub;
  throw new Error(
    `CUECARD_PUBLIC_URL is "${publicUrl}", where no panel would go: it begins with https://, or ` +
      'with http:// on this machine or its own network.',
  );
}
