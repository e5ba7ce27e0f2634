import { createBrain } from '../../../../lib/brain/create-brain';
import { createStudioStore, type StudioStore } from '../../../../lib/faces/studio-store';
import type {
  Brain,
  BrainCallName,
  BrainNews,
  Params,
  ResultOf,
} from '../../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../../lib/store/memory-store';
import type { Store } from '../../../../lib/store/store';
import type { HubLink } from '../../../../lib/sync/hub-link';
import { noon } from './samples';
import { settled } from './set-up-panel';

export const emptySmallTalk = (sample: string) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id: sample, name: 'Small talk', language: 'en', smallTalk: true },
    entries: [],
  });

export const fileEntry = (id: string, part: object = {}) => ({
  id,
  title: `Title of ${id}`,
  phrasings: [`question about ${id}`],
  answer: `Answer of ${id}.`,
  ...part,
});

export type TestStudio = {
  readonly brain: Brain;
  readonly kept: Store;
  readonly studio: StudioStore;
  readonly files: { name: string; bytes: Uint8Array }[];
  /** Replaces one call's answer until it is put back. */
  fail(call: string, error?: Error): () => void;
  /** Keeps the answers to calls of this name back until it is let go. */
  hold(call: BrainCallName): () => void;
  /** Answers a call in the brain's place, as where there is a hub. */
  answer<Name extends BrainCallName>(
    call: Name,
    reply: (params: Params<Name>) => ResultOf<Name> | Promise<ResultOf<Name>>,
  ): void;
  /** Opens a second window on the same brain. */
  another(): Promise<StudioStore>;
};

/** The Studio on the real brain, whose knowledge is in memory. */
export async function setUpStudio(
  entries: readonly object[] | 'none',
  hubLink?: HubLink,
): Promise<TestStudio> {
  const kept = makeMemoryStore();
  const listeners = new Set<(news: BrainNews) => void>();
  let clock = noon;
  const handlers = await createBrain({
    store: kept,
    readSample: async (sample) => emptySmallTalk(sample),
    now: () => clock++,
    tellFaces: (news) => {
      for (const listener of listeners) listener(news);
    },
    whenIdle: (work) => work(),
    ...(hubLink === undefined ? {} : { hubLink }),
  });
  const failing = new Map<string, Error>();
  const held = new Map<string, Promise<void>>();
  const replies = new Map<string, (params: never) => unknown>();
  const brain: Brain = {
    async call(name, params) {
      await held.get(name);
      const error = failing.get(name);
      if (error !== undefined) throw error;
      const instead = replies.get(name);
      const result = await (instead ?? handlers[name])(params as never);
      return structuredClone(result) as never;
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  if (entries !== 'none') {
    await brain.call('knowledge.import', {
      fileName: 'mine.json',
      content: JSON.stringify({
        format: 'cuecard/1',
        base: { id: 'mine', name: 'Mine', language: 'en' },
        entries,
      }),
    });
  }
  const files: TestStudio['files'] = [];
  let ids = 0;
  const open = async () => {
    const studio = createStudioStore({
      brain,
      platform: 'windows',
      now: () => noon,
      makeId: () => `made-${++ids}`,
      saveFile: (name, _, bytes) => files.push({ name, bytes }),
    });
    await settled();
    return studio;
  };
  return {
    brain,
    kept,
    studio: await open(),
    files,
    another: open,
    answer: (call, reply) => void replies.set(call, reply as (params: never) => unknown),
    hold(call) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(call, promise);
      return () => {
        held.delete(call);
        resolve();
      };
    },
    fail(call, error = new Error('disk full')) {
      failing.set(call, error);
      return () => failing.delete(call);
    },
  };
}
