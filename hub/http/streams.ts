import type { ServerResponse } from 'node:http';
import type { Poke } from '../../lib/protocol/hub-sync.ts';
import { type Member, roleIn } from '../services/members.ts';

const heartbeatMs = 15_000;
/** A socket that has not taken this much yet is too slow: it is dropped, and catches up by pages. */
const mostWaitingBytes = 256 * 1024;
/** A brain holds one; one more is for the moment in which another takes over. */
const mostPerDevice = 4;

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

export function makeStreams(): Streams {
  const open = new Map<ServerResponse, Member>();
  const send = (response: ServerResponse, text: string) => {
    if (response.writableLength > mostWaitingBytes) response.destroy();
    else response.write(text);
  };
  const beat = setInterval(() => {
    for (const response of open.keys()) send(response, ':\n\n');
  }, heartbeatMs);
  return {
    open(member, response) {
      const others = [...open].filter(([, { device }]) => device === member.device);
      for (const [oldest] of others.slice(0, 1 + others.length - mostPerDevice)) oldest.destroy();
      open.set(response, member);
      response.on('close', () => open.delete(response));
      // Something at once, so that a proxy that holds answers back shows itself.
      send(response, ':\n\n');
    },
    tell(organisation, poke) {
      const text = `data: ${JSON.stringify(poke)}\n\n`;
      for (const [response, member] of open) {
        if (member.organisation === organisation && roleIn(member, poke.kb) !== undefined) {
          send(response, text);
        }
      }
    },
    cutOff(device) {
      // Not by a polite end: what waits in the buffer is not for this device any more.
      for (const [response, member] of open) if (member.device === device) response.destroy();
    },
    devices: () => [...new Set(Array.from(open.values(), ({ device }) => device))],
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
