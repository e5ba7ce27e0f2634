import { must } from '../base/must';
import { randomId } from '../base/random-id';
import type { Entry } from '../domain/entry';
import { sameText } from '../knowledge/compare-base';
import { exportBase } from '../knowledge/export/export-base';
import { entriesAfter } from '../knowledge/import/entries-after';
import { type ImportPlan, planImport } from '../knowledge/import/plan-import';
import { previewOf } from '../knowledge/import/preview-of';
import { type ImportSource, readImport } from '../knowledge/import/read-import';
import type { BrainCallName } from '../protocol/brain-calls';
import type { ImportOptions, ImportPreview } from '../protocol/import-calls';
import type { BrainParts } from './brain-parts';
import type { BrainHandlers } from './handlers';
import { makePace } from './import-pace';
import { makeRecent } from './import-recent';
import type { Knowledge, LoadedBase } from './knowledge';

type ImportHandlers = Pick<
  BrainHandlers,
  Extract<BrainCallName, `import.${string}` | `export.${string}`>
>;

type Preview = { readonly bytes: Uint8Array; readonly plan: ImportPlan };
type Undo = {
  readonly id: string;
  readonly before: LoadedBase | undefined;
  readonly after: LoadedBase;
};

/** Each preview keeps its file in memory. */
const previewsKept = 3;
const undosKept = 10;

/** The calls that read and write files: preview, apply whole or not at all, undo, export. */
export function importHandlers(
  from: {
    readonly knowledge: Pick<Knowledge, 'base' | 'replaceBase' | 'remove' | 'summary'>;
  } & Pick<BrainParts, 'now' | 'tellFaces' | 'whenIdle'>,
): ImportHandlers {
  const { knowledge, now } = from;
  const previews = makeRecent<Preview>(previewsKept);
  const undos = makeRecent<Undo>(undosKept);
  const pace = () => makePace(from.whenIdle);

  async function preview(
    source: ImportSource,
    bytes: Uint8Array,
    options: ImportOptions,
  ): Promise<ImportPreview> {
    const plan = await planImport(source, options, knowledge.base, now(), pace());
    const previewId = randomId();
    previews.add(previewId, { bytes, plan });
    return previewOf(plan, previewId);
  }

  async function read(fileName: string, bytes: Uint8Array, options: ImportOptions) {
    const { format } = options;
    const file = { fileName, bytes, ...(format === undefined ? {} : { format }) };
    const source = await readImport(file, pace());
    if (!source.ok) return { outcome: 'refused' as const, problems: [...source.error], more: 0 };
    return preview(source.value, bytes, options);
  }

  return {
    'import.preview': ({ fileName, bytes, options = {} }) => read(fileName, bytes, options),

    'import.remap': async ({ previewId, options }) => {
      const known = previews.get(previewId);
      if (known === undefined) return { outcome: 'forgotten' };
      const { source } = known.plan;
      const isSame = options.format === undefined || options.format === source.format;
      if (!isSame) return read(source.fileName, known.bytes, options);
      return preview(source, known.bytes, options);
    },

    'import.apply': async ({ previewId, mode }) => {
      const plan = previews.get(previewId)?.plan;
      if (plan === undefined || plan.planned.length === 0) return { outcome: 'forgotten' };
      const before = knowledge.base(plan.base.id);
      if (!isSameBase(before, plan.before)) return { outcome: 'outdated' };
      const entries = entriesAfter(plan, mode);
      const base = { ...plan.base, updatedAt: now() };
      const total = entries.length;
      await knowledge.replaceBase(base, entries, (done) =>
        from.tellFaces({ news: 'import.progress', previewId, done, total }),
      );
      previews.forget(previewId);
      const undoId = randomId();
      undos.add(undoId, { id: base.id, before, after: { base, entries } });
      const counts = countsOf(plan, mode);
      return { outcome: 'imported', base: summary(base.id), ...counts, undoId };
    },

    'import.undo': async ({ undoId }) => {
      const undo = undos.get(undoId);
      if (undo === undefined) return { outcome: 'forgotten' };
      if (!isSameBase(knowledge.base(undo.id), undo.after)) return { outcome: 'outdated' };
      if (undo.before === undefined) await knowledge.remove(undo.id);
      else await knowledge.replaceBase(undo.before.base, undo.before.entries);
      undos.forget(undoId);
      return { outcome: 'undone', base: undo.before === undefined ? null : summary(undo.id) };
    },

    'export.base': async ({ base: id, format }) => {
      const held = knowledge.base(id);
      if (held === undefined) throw new Error(`There is no base "${id}"`);
      return exportBase(held.base, held.entries, format, pace());
    },
  };

  function summary(id: string) {
    return must(
      knowledge.summary().find((base) => base.id === id),
      `the base ${id}`,
    );
  }
}

function countsOf(plan: ImportPlan, mode: 'merge' | 'replace') {
  const count = (change: string) => plan.planned.filter((each) => each.change === change).length;
  const inFile = new Set(plan.planned.map(({ entry }) => entry.id));
  const gone = (plan.before?.entries ?? []).filter(({ id }) => !inFile.has(id)).length;
  return {
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    removed: mode === 'replace' ? gone : 0,
  };
}

function isSameBase(one: LoadedBase | undefined, other: LoadedBase | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.base.name === other.base.name &&
    one.base.language === other.base.language &&
    one.base.holding === other.base.holding &&
    one.base.scope === other.base.scope &&
    JSON.stringify(one.base.routes) === JSON.stringify(other.base.routes) &&
    one.entries.length === other.entries.length &&
    one.entries.every((entry, at) => isSameEntry(entry, other.entries[at]))
  );
}

function isSameEntry(one: Entry, other: Entry | undefined): boolean {
  return other !== undefined && one.id === other.id && sameText(one, other);
}
