import { makeCorrections } from '../lib/brain/corrections';
import { makeLearned } from '../lib/brain/learned';
import { makeKnowledge } from '../lib/brain/make-knowledge';
import { makeRetraining } from '../lib/brain/retraining';
import type { AgentEvent } from '../lib/domain/pick';
import { makeMemoryIndexStore } from '../lib/store/index-store';
import { makeMemoryStore } from '../lib/store/memory-store';
import { makeBase, makeEntry } from '../tests/support/make-entry';
import type { LabelledBase } from './labelled-base';

/**
 * Processor time of the brain's thread, in ms; `longestMs` is the longest that a call waits, `moreMb`
 * what the process grows by.
 */
export type Stretch = {
  readonly cpuMs: number;
  readonly longestMs: number;
  readonly moreMb: number;
};

export type RetrainingCost = {
  readonly trial: Stretch;
  /** From the event on until all votes of the new ranking are in use; undefined where it is refused. */
  readonly taken: Stretch | undefined;
  /** Of that, how long messages are answered by rough votes. */
  readonly roughMs: number;
  readonly hits: { readonly before: number; readonly after: number; readonly asked: number };
};

const base = 'bench';

/** The brain tries to train anew after so many picks among these entries, and does. */
export async function measureRetraining(
  labelled: LabelledBase,
  pickCount: number,
): Promise<RetrainingCost> {
  const store = makeMemoryStore();
  const entries = labelled.entries.map(({ id, title, questions }) =>
    makeEntry({
      id,
      base,
      title,
      answer: title,
      phrasings: questions.map((text) => ({ text, source: 'author' as const })),
    }),
  );
  await store.replaceBase(makeBase({ id: base, smallTalk: false }), entries);
  // Every other one of the messages, and sentences of the other entries, so that many are touched.
  const asked = labelled.queries.filter((_, at) => at % 2 === 0);
  const others = labelled.entries.slice(77).map(({ id, questions }) => {
    return { text: questions.join(' ').split(' ').slice(2, 9).join(' '), gold: id };
  });
  const half = Math.ceil(pickCount / 2);
  const picks = [...asked.slice(0, half), ...others].slice(0, pickCount);
  for (const { text, gold } of picks) {
    const event: AgentEvent = {
      kind: 'inserted',
      cueText: text,
      entry: { base, id: gold },
      place: 1,
    };
    await store.appendEvent({ ...event, at: 0, conversationKey: 'talk', consoleId: 'desk' });
  }
  const whenIdle = (work: () => void) => void setTimeout(work);
  const parts = { store, now: () => Date.parse('2026-11-22T09:00:00Z'), whenIdle };
  const knowledge = await makeKnowledge({
    ...parts,
    indexStore: makeMemoryIndexStore(),
    readSample: async () => '',
    tellFaces: () => {},
  });
  const learned = makeLearned(store, knowledge, makeCorrections(knowledge.engine.correct));
  // It counts what was learned since.
  const retrain = makeRetraining({ ...parts, knowledge, learned });
  await learned.reload();
  const isDone = () => knowledge.engine.isReady && knowledge.engine.train(1);
  await until(isDone);

  const unasked = labelled.queries.filter((_, at) => at % 2 === 1).slice(0, 300);
  const hits = () =>
    unasked.filter(({ text, gold }) => {
      const { suggestions, related } = knowledge.engine.rank({ text, today: '2026-11-22' });
      return [...suggestions, ...related].slice(0, 3).some(({ id }) => id === gold);
    }).length;
  const before = hits();
  let taking: Promise<Stretch> | undefined;
  let roughMs = 0;
  let roughSince: number | undefined;
  const isReady = () => {
    const now = performance.now();
    if (!knowledge.engine.isReady) roughSince ??= now;
    else if (roughSince !== undefined) {
      roughMs += now - roughSince;
      roughSince = undefined;
    }
    return isDone();
  };
  const append = store.appendEvent;
  store.appendEvent = (event) => {
    taking = stretch(() => until(() => learned.folded().length > 0 && isReady()));
    return append(event);
  };
  const trial = await stretch(retrain);
  const taken = await taking;
  return {
    trial,
    taken,
    roughMs,
    hits: { before, after: hits(), asked: unasked.length },
  };
}

/** What the work takes, with a look between any two turns of the loop. */
async function stretch(work: () => Promise<unknown>): Promise<Stretch> {
  const cpu = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  const from = cpu();
  let last = from;
  let longestMs = 0;
  let isOver = false;
  const rss = process.memoryUsage.rss();
  let mostRss = rss;
  let looks = 0;
  const look = () => {
    if (looks++ % 50 === 0) mostRss = Math.max(mostRss, process.memoryUsage.rss());
    const now = cpu();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  look();
  return { cpuMs: last - from, longestMs, moreMb: (mostRss - rss) / 2 ** 20 };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
