import type { OutgoingHttpHeaders } from 'node:http';
import { eventsSchema, seenSchema } from '../../lib/protocol/hub-sync.ts';
import { takeEvents } from '../services/events.ts';
import type { OpenBase } from '../services/kept-reads.ts';
import { noteInTouch } from '../services/last-seen.ts';
import { mayStill } from '../services/members.ts';
import { noteSeen } from '../services/receipts.ts';
import { Refusal } from '../services/refusal.ts';
import { syncState } from '../services/sync.ts';
import type { Call, Route } from './routes.ts';

/** What a copy is kept true by. */
export const syncRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/sync',
    needs: 'device',
    async handle({ hub }, member) {
      await noteInTouch(hub, [member.device]);
      return syncState(hub, member);
    },
  },
  {
    method: 'GET',
    url: '/v1/stream',
    needs: 'device',
    async handle({ hub, streams, reads, asOf, reply }, member) {
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        'content-type': 'text/event-stream',
        'x-accel-buffering': 'no',
        // Ended with the stream, so that no stop of the hub waits for it.
        connection: 'close',
      });
      streams.open(member, reply.raw);
      // Access that was taken away since the token was looked at met no open stream to cut off.
      if (reads.changes === asOf) return;
      if (!(await mayStill(hub, member))) streams.cutOff(member.device);
    },
  },
  {
    method: 'POST',
    url: '/v1/events',
    needs: 'device',
    pace: 'events',
    mostBytes: 16 * 1024 * 1024,
    async handle({ hub, metrics, body }, member) {
      const batch = body(eventsSchema);
      metrics.gotEvents(Math.max(0, batch.upTo - batch.from));
      return { hw: await takeEvents(hub, member, batch) };
    },
  },
  {
    method: 'POST',
    url: '/v1/seen',
    needs: 'device',
    async handle({ hub, body }, member) {
      await noteSeen(hub, member, body(seenSchema).seen);
      return {};
    },
  },
  {
    method: 'GET',
    url: '/v1/k/:readKey/head',
    needs: 'key',
    async handle({ request, reply }, { head, headText }) {
      const tag = `"${head.chain.slice(0, 32)}"`;
      reply.header('cache-control', 'public, max-age=0, s-maxage=1').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type(json).send(headText);
    },
  },
  {
    method: 'GET',
    url: '/v1/k/:readKey/:epoch/d/:range',
    needs: 'key',
    async handle(call, known) {
      const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(call.part('range')) ?? [];
      const base = await reaching(call, known, Number(to));
      return forEver(call, await call.reads.page(base, Number(from), Number(to)));
    },
  },
  {
    method: 'GET',
    url: '/v1/k/:readKey/:epoch/s/:sha256',
    needs: 'key',
    async handle(call, known) {
      const base = await reaching(call, known, 0);
      return forEver(call, await call.reads.part(base, call.part('sha256')));
    },
  },
];

/** The base in the history that the address names; looked at anew where it seems not to be there yet. */
async function reaching({ reads, part }: Call, known: OpenBase, version: number) {
  const isHere = ({ kb }: OpenBase) => kb.epoch === part('epoch') && version <= kb.version;
  const base = isHere(known) ? known : await reads.base(part('readKey'), 'anew');
  if (base.kb.epoch !== part('epoch')) throw new Refusal(410, 'This history was replaced');
  return base;
}

const json = 'application/json; charset=utf-8';

/** What is under this address never changes, so that every cache may keep it. */
function forEver({ reply }: Call, compressed: Buffer) {
  return reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('content-encoding', 'gzip')
    .type(json)
    .send(compressed);
}
