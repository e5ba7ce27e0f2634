import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { HubAnswer, HubLink, HubRequest } from '../../../lib/sync/hub-link';
import { straightLink } from './faulty-link';
import type { TestHub } from './test-hub';

/**
 * A brain on a machine of its own; its link to the hub can be cut, and tells what went over it.
 * @param change makes the hub's answers those of another hub
 */
export async function machineOf(
  hub: TestHub,
  change: (answer: HubAnswer, request: HubRequest) => HubAnswer = (answer) => answer,
) {
  const news: BrainNews[] = [];
  const sent: HubRequest[] = [];
  let isCut = false;
  const link = straightLink(hub);
  const cuttable: HubLink = {
    ...link,
    async ask(request) {
      sent.push(request);
      if (isCut) throw new TypeError('Nothing answers');
      return change(await link.ask(request), request);
    },
  };
  const store = makeMemoryStore();
  const start = () =>
    createBrain({
      store,
      readSample: async (sample) =>
        JSON.stringify({
          format: 'cuecard/1',
          base: { id: sample, name: sample, language: 'en', smallTalk: true },
          entries: [],
        }),
      now: Date.now,
      tellFaces: (told) => void news.push(told),
      whenIdle: (work) => setTimeout(work),
      hubLink: cuttable,
    });
  const brain: BrainHandlers = await start();
  return {
    brain,
    store,
    news,
    sent,
    start,
    cut: (so: boolean) => {
      isCut = so;
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
