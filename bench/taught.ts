import type { Engine, EngineEntry, Lesson } from '../lib/engine/engine.ts';
import { type Taken, taken, takenHere } from './taken.ts';

type CreateEngine = typeof import('../lib/engine/engine.ts').createEngine;
type Asked = { readonly text: string; readonly gold: string };

/** What an engine costs that has learned. */
export type Taught = {
  /** The first pick on it, and by pick the processor time of those after it. */
  readonly firstPick: Taken;
  readonly pickCpuMs: readonly number[];
  /** By message its mean processor time, with all lessons learned: as asked, and in five sentences. */
  readonly rankCpuMs: readonly number[];
  readonly longRankCpuMs: readonly number[];
  /** Until the 100th-last pick does not count any more; what follows goes in slices. */
  readonly takenBack: Taken;
  /** What was learned, kept and read again, until the first message is ranked by it. */
  readonly keptWritten: Taken;
  readonly restored: Taken;
  readonly keptBytes: number;
};

const lessonCount = 500;
const today = '2026-11-22';

/** Lets an engine restored from a snapshot learn 500 picks, and asks it all that is left. */
export function measureTaught(
  createEngine: CreateEngine,
  entries: readonly EngineEntry[],
  snapshot: readonly Uint8Array[],
  asked: readonly Asked[],
): Taught {
  const start = () => {
    const engine = createEngine({ train: 'later' });
    engine.put(entries);
    engine.restore(snapshot);
    return engine;
  };
  const trained = (engine: Engine) => {
    while (!engine.train(50_000));
    return engine;
  };
  const base = entries[0]?.base ?? '';
  const lessons = asked.slice(0, lessonCount).map(({ text, gold }, at): Lesson => {
    return { id: `${at}`, kind: 'pick', text, entry: { base, id: gold } };
  });
  const rest = asked.slice(lessonCount).map(({ text }) => text);
  const long = rest.slice(0, 60).map((text, at) => {
    const other = rest[(at + 60) % rest.length];
    return `I have been a customer for years. ${text}. And also ${other}. I wait since Monday. Please help.`;
  });
  const rank = (engine: Engine, text: string) => engine.rank({ text, today }, { limit: 3 });
  const meanCpuMs = (engine: Engine, text: string) =>
    takenHere(() => {
      for (let time = 0; time < 8; time++) rank(engine, text);
    }).cpuMs / 8;

  const engine = trained(start());
  const picks = lessons.map((lesson) => takenHere(() => engine.learn(lesson)));
  trained(engine);
  for (const text of long) rank(engine, text);
  const rankCpuMs = rest.slice(0, 300).map((text) => meanCpuMs(engine, text));
  const longRankCpuMs = long.map((text) => meanCpuMs(engine, text));

  let kept: Uint8Array[] = [];
  const keptWritten = taken(() => {
    kept = [...(engine.keepLearned() ?? [])];
  });
  const again = start();
  const restored = taken(() => {
    again.restoreLearned(kept);
    for (const lesson of lessons) again.learn(lesson);
    rank(again, 'where is my card');
  });
  for (const text of long) {
    const [one, other] = [rank(engine, text), rank(again, text)].map((each) =>
      JSON.stringify(each),
    );
    if (one !== other) throw new Error('Restored, it ranks otherwise');
  }
  const takenBack = taken(() => {
    engine.unlearn([`${lessonCount - 100}`]);
    rank(engine, 'where is my card');
  });
  const [firstPick = takenBack, ...later] = picks;
  const pickCpuMs = later.map(({ cpuMs }) => cpuMs);
  const keptBytes = kept.reduce((sum, part) => sum + part.length, 0);
  const ranks = { rankCpuMs, longRankCpuMs };
  return { firstPick, pickCpuMs, ...ranks, takenBack, keptWritten, restored, keptBytes };
}
