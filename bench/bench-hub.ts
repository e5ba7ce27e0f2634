import { type HubProcess, hubFolder, runHub } from '../tests/support/hub/run-hub.ts';
import type { LargeBase } from './large-base.ts';

export type BenchHub = {
  readonly process: HubProcess;
  /** A call of the hub by this person; without a token, of nobody. */
  ask(path: string, token: string, body?: unknown): Promise<unknown>;
  join(invite: string): Promise<string>;
  /** The link by which somebody more gets in. */
  invite(by: string, role: string): Promise<string>;
  stop(): Promise<void>;
};

/** A hub in a process of its own, as it is started for a team, but without limits. */
export async function startBenchHub(engine: string): Promise<BenchHub> {
  const { folder, remove } = hubFolder();
  const options = ['--engine', engine, '--back-up-every', '0', '--no-limits'];
  const process = await runHub(folder, 0, options);
  const ask: BenchHub['ask'] = async (path, token, body) => {
    const answer = await fetch(`${process.origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    process,
    ask,
    async join(link) {
      const body = { invite: link.split('#')[1], name: 'Ana', eventsFrom: 0 };
      return ((await ask('/v1/join', '', body)) as { token: string }).token;
    },
    async invite(by, role) {
      const reply = await ask('/v1/invites', by, { role, kb: '*' });
      return `${process.origin}/join#${(reply as { invite: string }).invite}`;
    },
    async stop() {
      await process.end('SIGTERM');
      remove();
    },
  };
}

/** As many as one publication may have. */
const mostChanges = 5_000;
/** What is published after the last snapshot comes as changes; a team always has some. */
const lastChanges = 300;

/** Publishes a made-up base. */
export async function publishBase(
  { ask }: BenchHub,
  token: string,
  { id: kb, entries, content }: LargeBase,
): Promise<void> {
  const { base } = JSON.parse(content) as { base: { name: string; language: string } };
  const { name, language } = base;
  const fields = { name, language, scope: 'shared', smallTalk: false, updatedAt: 1 };
  await ask('/v1/bases', token, { kb });
  const ops: unknown[] = [
    { op: 'base', base: fields },
    ...entries.map(({ phrasings, ...entry }) => ({
      op: 'put',
      entry: {
        ...entry,
        phrasings: phrasings.map((text) => ({ text, source: 'author' })),
        variants: {},
        tags: [],
        mustEdit: false,
        links: [],
        updatedAt: 1,
      },
    })),
  ];
  const last = ops.splice(-lastChanges);
  for (let at = 0; at < ops.length; at += mostChanges)
    await publish(ops.slice(at, at + mostChanges));
  await publish(last);

  async function publish(some: readonly unknown[]): Promise<void> {
    const changes = some.map((op) => ({ op, basedOn: 0 }));
    await ask(`/v1/bases/${kb}/publish`, token, { why: 'bench', changes });
  }
}
