export type HubAddress = {
  /** What every path is put behind. */
  readonly hub: string;
  /** How safe the way there is. `in-sight`: others on the same network could read along. */
  readonly way: 'closed' | 'in-sight';
};

/**
 * Where a hub is: https anywhere, and plain http only where it does not leave this machine or its
 * own network. Undefined for what is no address of a hub, 'not-secure' for http over the internet.
 */
export function readHubAddress(written: string): HubAddress | 'not-secure' | undefined {
  if (!URL.canParse(written.trim())) return undefined;
  const { protocol, username, password, origin, pathname, hostname } = new URL(written.trim());
  if (/[?#]/.test(written)) return undefined;
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // A name before the host is there to be taken for the host.
  if (!isWeb || username !== '' || password !== '') {
    return undefined;
  }
  const hub = `${origin}${pathname}`.replace(/(?<!\/)\/+$/, '');
  if (protocol === 'https:' || isThisMachine(hostname)) return { hub, way: 'closed' };
  return isNear(hostname) ? { hub, way: 'in-sight' } : 'not-secure';
}

type JoinLink = HubAddress & {
  /** What opens: nobody guesses it. */
  readonly invite: string;
  /** Made by a person for another browser of theirs, who is not asked for a name again. */
  readonly isOwn: boolean;
};

const own = 'own-';
/** What a person opens another browser of theirs with. */
export const ownLink = (hub: string, secret: string) => `${hub}/join#${own}${secret}`;

/** The hub and the invite of a join link. */
export function readJoinLink(written: string): JoinLink | 'not-secure' | undefined {
  const [, before, mark, invite] = /^(\S+)\/join#(own-)?([0-9a-f]{64})$/.exec(written.trim()) ?? [];
  if (before === undefined || invite === undefined) return undefined;
  const address = readHubAddress(before);
  return typeof address === 'object' ? { ...address, invite, isOwn: mark === own } : address;
}

const isThisMachine = (host: string) =>
  /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(host) || host.endsWith('.localhost');

/** Addresses that no router passes on to the internet, and names that only a local network has. */
const isNear = (host: string) =>
  /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2})$/.test(
    host,
  ) ||
  /^\[f[cd][0-9a-f]{2}:/.test(host) ||
  /^[^.[\]]+$/.test(host) ||
  /\.(local|lan|internal|home\.arpa|test)$/.test(host);
