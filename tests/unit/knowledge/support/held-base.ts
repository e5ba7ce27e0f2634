import { importHandlers } from '../../../../lib/brain/import-handlers';
import type { LoadedBase } from '../../../../lib/brain/knowledge';
import type { BrainNews } from '../../../../lib/protocol/brain-calls';

/** The import calls over bases that are just held in memory, without an engine to teach. */
export function holdBases(...bases: LoadedBase[]) {
  const held = new Map(bases.map((each) => [each.base.id, each]));
  const news: BrainNews[] = [];
  const calls = importHandlers({
    now: () => 1,
    whenIdle: (work) => setImmediate(work),
    tellFaces: (told) => news.push(told),
    knowledge: {
      base: (id) => held.get(id),
      async replaceBase(base, entries, onProgress = () => {}) {
        onProgress(0);
        held.set(base.id, { base, entries });
        onProgress(entries.length);
      },
      async remove(id) {
        held.delete(id);
      },
      summary: () =>
        [...held.values()].map(({ base, entries }) => ({
          id: base.id,
          name: base.name,
          language: base.language,
          smallTalk: base.smallTalk,
          entries: entries.length,
          holding: base.holding ?? null,
        })),
    },
  });
  return { calls, held, news };
}
