import { randomId } from '../../../lib/base/random-id';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryIndexStore } from '../../../lib/store/index-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { HubAnswer, HubLink, HubRequest } from '../../../lib/sync/hub-link';
import { straightLink } from './faulty-link';
import type { TestHub } from './test-hub';

const hearers = new WeakMap<TestHub, Set<() => void>>();

/** Who is called after each change that a stream would tell of, or that would end one. */
function hear(hub: TestHub): Set<() => void> {
  const known = hearers.get(hub);
  if (known !== undefined) return known;
  const all = new Set<() => void>();
  hearers.set(hub, all);
  const { forget, tell, cutOff } = hub.hub;
  const afterwards =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) => {
      work(...given);
      for (const each of all) each();
    };
  Object.assign(hub.hub, {
    forget: afterwards(forget),
    tell: afterwards(tell),
    cutOff: afterwards(cutOff),
  });
  return all;
}

/**
 * A brain on a machine of its own; its link to the hub can be cut, and tells what went over it.
 * @param change makes the hub's answers those of another hub
 * @param now its clock
 */
export async function machineOf(
  hub: TestHub,
  change: (answer: HubAnswer, request: HubRequest) => HubAnswer = (answer) => answer,
  now: () => number = Date.now,
) {
  const news: BrainNews[] = [];
  const sent: HubRequest[] = [];
  let isCut = false;
  const link = straightLink(hub);
  const told = hear(hub);
  const streams = new Set<() => void>();
  const cuttable: HubLink = {
    ...link,
    async listen(_, on, signal) {
      if (isCut) throw new TypeError('Nothing answers');
      // Says no more than that there is something: what it is must be asked for.
      const tell = () => on.message(JSON.stringify({ recipes: randomId() }));
      told.add(tell);
      const ended = new Promise<void>((resolve) => {
        streams.add(resolve);
        signal.addEventListener('abort', () => resolve());
      });
      on.open();
      await ended;
      told.delete(tell);
    },
    async ask(request) {
      sent.push(request);
      if (isCut) throw new TypeError('Nothing answers');
      return change(await link.ask(request), request);
    },
  };
  const store = makeMemoryStore();
  const indexStore = makeMemoryIndexStore();
  let isBusy = false;
  const start = () =>
    createBrain({
      store,
      indexStore,
      readSample: async (sample) =>
        JSON.stringify({
          format: 'cuecard/1',
          base: { id: sample, name: sample, language: 'en', smallTalk: true },
          entries: [],
        }),
      now,
      tellFaces: (told) => void news.push(told),
      whenIdle: (work) => {
        if (!isBusy) setTimeout(work);
      },
      hubLink: cuttable,
    });
  const brain: BrainHandlers = await start();
  return {
    brain,
    store,
    indexStore,
    news,
    sent,
    start,
    cut: (so: boolean) => {
      isCut = so;
      for (const end of streams) end();
      streams.clear();
    },
    /** From now on it has time for nothing but calls. */
    keepBusy() {
      isBusy = true;
    },
    /** Waits until it has all that stands at the hub now. */
    async caughtUp() {
      const isBehind = async () => {
        const { membership, bases } = await store.readTeam();
        const sync = await hub.ask('GET', '/v1/sync', membership?.token);
        const heads = sync.json<{ bases: { kb: string; head: { chain: string } }[] }>().bases;
        return heads.some(
          ({ kb, head }) => bases.find((base) => base.kb === kb)?.cursor?.chain !== head.chain,
        );
      };
      while (await isBehind()) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    answer: async (id: string) => (await brain['studio.entry']({ base: 'shop', id })).entry?.answer,
    async edit(id: string, answer: string) {
      const { entry } = await brain['studio.entry']({ base: 'shop', id });
      if (entry === null) throw new Error(`There is no ${id}`);
      const { links: _, updatedAt, ...draft } = entry;
      return brain['studio.save']({ entry: { ...draft, answer }, basedOn: updatedAt });
    },
  };
}
export type Machine = Awaited<ReturnType<typeof machineOf>>;
