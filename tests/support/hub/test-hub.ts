import { gunzipSync } from 'node:zlib';
import { makeServer } from '../../../hub/http/server';
import type { Hub } from '../../../hub/services/hub';
import { foundOrganisation } from '../../../hub/services/invites';
import { migrate } from '../../../hub/store/migrate';
import type { Database } from '../../../hub/store/sql';
import type { Op } from '../../../lib/protocol/hub-ops';
import type { Role } from '../../../lib/protocol/hub-sync';
import { makeEntry } from '../make-entry';
import { openMemoryDatabase } from './open-memory-database';

/** A hub without a network, asked as over one. */
export type TestHub = {
  readonly hub: Hub;
  readonly server: ReturnType<typeof makeServer>['server'];
  ask(method: 'GET' | 'POST', url: string, token?: string, body?: unknown): Promise<Reply>;
  /** A new organisation with its admin's token. */
  found(): Promise<string>;
  /** Somebody more in the organisation of this token's owner. */
  invited(by: string, role: Role, kb?: string): Promise<string>;
  close(): Promise<void>;
};
export type Reply = { readonly status: number; readonly text: string; json<Shape>(): Shape };

/** In memory and without a disk, unless a database is given; without limits, unless they are tried. */
export async function makeTestHub(
  given?: Database,
  over: Partial<Parameters<typeof makeServer>[0]> = {},
): Promise<TestHub> {
  const database = given ?? (await openMemoryDatabase());
  await migrate(database);
  const { server, hub } = makeServer({
    database,
    now: Date.now,
    log: false,
    limited: false,
    ...over,
  });
  const ask: TestHub['ask'] = async (method, url, token, body) => {
    const answer = await server.inject({
      method,
      url,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return textOf(answer);
  };
  const join = async (invite: string) => {
    const reply = await ask('POST', '/v1/join', undefined, { invite, name: 'Ana', eventsFrom: 0 });
    return reply.json<{ token: string }>().token;
  };
  return {
    hub,
    server,
    ask,
    found: async () => join(await foundOrganisation(hub, 'Shop')),
    async invited(by, role, kb = '*') {
      const reply = await ask('POST', '/v1/invites', by, { role, kb });
      return join(reply.json<{ invite: string }>().invite);
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

/** What came back, unpacked where it was compressed. */
function textOf(answer: {
  readonly statusCode: number;
  readonly headers: { readonly 'content-encoding'?: unknown };
  readonly rawPayload: Buffer;
}): Reply {
  const isPacked = answer.headers['content-encoding'] === 'gzip';
  const text = (isPacked ? gunzipSync(answer.rawPayload) : answer.rawPayload).toString('utf8');
  return { status: answer.statusCode, text, json: () => JSON.parse(text) };
}

/** The operation that writes an entry. */
export function put(id: string, answer = `Answer of ${id}.`): Op {
  const { base: _, ...entry } = makeEntry({ id, answer });
  return { op: 'put', entry };
}
