import type { ServerResponse } from 'node:http';
import { mayDo, type Poke, type Role } from '../../lib/protocol/hub-sync.ts';
import { type Member, roleIn } from '../services/members.ts';

const heartbeatMs = 15_000;
/** A socket that has not taken this much yet is too slow: it is dropped, and catches up by pages. */
const mostWaitingBytes = 256 * 1024;
/** A brain holds one; one more is for the moment in which another takes over. */
const usualMostPerDevice = 4;

/** The open streams of all devices. */
export type Streams = {
  open(member: Member, response: ServerResponse): void;
  tell(organisation: string, poke: Poke): void;
  cutOff(device: string): void;
  /** Whose they are. */
  devices(): readonly string[];
  readonly size: number;
  listeners(): Iterable<Member>;
  close(): void;
};

/** @param mostPerDevice - Beyond, the oldest goes. Load tests open thousands as one device. */
export function makeStreams(mostPerDevice = usualMostPerDevice): Streams {
  const open = new Map<ServerResponse, Member>();
  /** The same by device, so that opening one looks at no other device's. */
  const byDevice = new Map<string, Set<ServerResponse>>();
  const send = (response: ServerResponse, text: string) => {
    if (response.writableLength > mostWaitingBytes) response.destroy();
    else response.write(text);
  };
  const beat = setInterval(() => {
    for (const response of open.keys()) send(response, ':\n\n');
  }, heartbeatMs);
  return {
    open(member, response) {
      const own = byDevice.get(member.device) ?? new Set();
      byDevice.set(member.device, own.add(response));
      open.set(response, member);
      response.on('close', () => {
        open.delete(response);
        own.delete(response);
        if (own.size === 0 && byDevice.get(member.device) === own) byDevice.delete(member.device);
      });
      const [oldest] = own;
      if (own.size > mostPerDevice) oldest?.destroy();
      // Something at once, so that a proxy that holds answers back shows itself.
      send(response, ':\n\n');
    },
    tell(organisation, poke) {
      const text = `data: ${JSON.stringify(poke)}\n\n`;
      for (const [response, member] of open) {
        if (member.organisation !== organisation) continue;
        if (mayHear(member, poke)) send(response, text);
      }
    },
    cutOff(device) {
      // Not by a polite end: what waits in the buffer is not for this device any more.
      for (const response of byDevice.get(device) ?? []) response.destroy();
    },
    devices: () => [...byDevice.keys()],
    get size() {
      return open.size;
    },
    listeners: () => open.values(),
    close() {
      clearInterval(beat);
      for (const response of open.keys()) response.end();
    },
  };
}

/** As the routes have it by which one asks for what has changed. */
function mayHear(member: Member, poke: Poke): boolean {
  const holds = (kb: string, needed: Role) => {
    const role = roleIn(member, kb);
    return role !== undefined && mayDo(role, needed);
  };
  if ('recipes' in poke || 'refused' in poke) return true;
  if ('gaps' in poke) return holds('*', 'supervisor');
  if ('review' in poke) return holds(poke.review, 'author');
  return holds(poke.kb, 'agent');
}
