import type { ReadyPreview } from '../../protocol/import-calls';
import { unguardCell } from '../formula-guard';
import type { ImportPlan } from './plan-import';

/** As many rows of a kind as a person looks through; the rest are counted. */
const mostRows = 100;
const sampleEntries = 20;
const sampleChars = 500;

/** A plan as it is shown to the person who decides. */
export function previewOf(plan: ImportPlan, previewId: string): ReadyPreview {
  const { source, base, before, fields, planned, duplicates, bad } = plan;
  const count = (change: string) => planned.filter((each) => each.change === change).length;
  const kept = new Set(planned.map(({ entry }) => entry.id));
  const asks = askedIn(plan);
  const table = source.content.kind === 'table' ? source.content.table : undefined;
  return {
    outcome: 'ready',
    previewId,
    format: source.format,
    encoding: source.encoding,
    columns: fields.map((_, index) => ({
      index,
      name: clip(table?.names[index] ?? ''),
      samples: samplesOf(table?.rows ?? [], index),
    })),
    mapping: fields.map((field, column) => ({ column, field })),
    base: { id: base.id, name: base.name, language: base.language },
    baseExists: before !== undefined,
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      removed: (before?.entries ?? []).filter(({ id }) => !kept.has(id)).length,
      duplicate: duplicates.length,
      bad: new Set(bad.map(({ row }) => row)).size,
    },
    bad: {
      rows: bad.slice(0, mostRows).map((problem) => ({
        ...problem,
        column: clip(problem.column),
        reason: clip(problem.reason),
        asks: asks(problem.row),
      })),
      more: Math.max(0, bad.length - mostRows),
    },
    duplicates: {
      rows: duplicates.slice(0, mostRows).map(({ row, of }) => ({ row, of, asks: asks(row) })),
      more: Math.max(0, duplicates.length - mostRows),
    },
    sample: planned.slice(0, sampleEntries).map(({ row, entry, change }) => ({
      row,
      id: entry.id,
      title: clip(entry.title),
      phrasings: entry.phrasings.slice(0, 20).map(({ text }) => clip(text)),
      answer: clip(entry.answer),
      variants: {
        ...(entry.variants.en === undefined ? {} : { en: clip(entry.variants.en) }),
        ...(entry.variants.zh === undefined ? {} : { zh: clip(entry.variants.zh) }),
      },
      change,
    })),
  };
}

/** What a row of the file asks: also of one that becomes no entry. */
function askedIn({ source: { content }, fields }: ImportPlan): (row: number) => string {
  if (content.kind === 'table') {
    const columns = (['title', 'phrasing'] as const).flatMap((wanted) =>
      fields.flatMap((field, at) => (field === wanted ? [at] : [])),
    );
    const rows = new Map(content.table.rows.map(({ line, cells }) => [line, cells]));
    return (row) => {
      const cells = rows.get(row);
      const texts = columns.map((at) => unguardCell(cells?.[at] ?? '').trim());
      return clip(texts.find((text) => text !== '') ?? '');
    };
  }
  if (content.kind === 'drafts') {
    const drafts = new Map(content.drafts.map((draft) => [draft.row, draft]));
    return (row) => clip(drafts.get(row)?.title ?? drafts.get(row)?.phrasings?.[0] ?? '');
  }
  return () => '';
}

const clip = (text: string) => text.slice(0, sampleChars);

function samplesOf(rows: readonly { readonly cells: readonly string[] }[], column: number) {
  const samples: string[] = [];
  for (const { cells } of rows.slice(0, 50)) {
    const cell = cells[column]?.trim() ?? '';
    if (cell !== '') samples.push(clip(cell));
    if (samples.length === 3) break;
  }
  return samples;
}
