import { randomId } from '../base/random-id';
import type { BrainNews, ResultOf } from '../protocol/brain-calls';
import type { ColumnField, ImportOptions } from '../protocol/import-calls';
import { fileLimits } from '../protocol/knowledge-file';
import type { StudioTools } from './studio-tools';

/** Where an import goes: a base that is there, or a new one. */
export type ImportTarget = NonNullable<ImportOptions['base']>;

export type ImportActions = {
  openImport(): void;
  /** Reads a file, or what was pasted, into a preview; nothing is changed by it. */
  readFile(file: File): Promise<void>;
  readText(text: string): Promise<void>;
  mapColumn(column: number, field: ColumnField): Promise<void>;
  importInto(target: ImportTarget): Promise<void>;
  applyImport(mode: 'merge' | 'replace'): Promise<void>;
  undoImport(): Promise<void>;
  startImportOver(): void;
  hearProgress(news: Extract<BrainNews, { news: 'import.progress' }>): void;
};

/** Bringing answers in: preview, then whole or not at all, then undo. */
export function studioImportActions(
  { get, set, brain }: StudioTools,
  showBase: (id: string) => void,
): ImportActions {
  async function preview(fileName: string, bytes: Uint8Array<ArrayBuffer>) {
    set({ importing: { step: 'reading', name: fileName } });
    try {
      take(fileName, await brain.call('import.preview', { fileName, bytes, options: {} }));
    } catch {
      set({ importing: { step: 'failed', why: 'failed' } });
    }
  }

  function take(name: string, result: ResultOf<'import.preview'> | ResultOf<'import.remap'>) {
    if (result.outcome === 'forgotten') {
      set({ importing: { step: 'failed', why: 'forgotten' } });
    } else if (result.outcome === 'refused') {
      const { problems, more } = result;
      set({ importing: { step: 'refused', name, problems, more } });
    } else set({ importing: { step: 'preview', name, preview: result, busy: false } });
  }

  async function remap(change: Pick<ImportOptions, 'base' | 'mapping'>, note?: 'outdated') {
    const { importing } = get();
    if (importing.step !== 'preview') return;
    const { preview: before, name } = importing;
    set({ importing: { ...importing, busy: true } });
    const options: ImportOptions = {
      format: before.format,
      mapping: change.mapping ?? before.mapping,
      base: change.base ?? before.base,
    };
    try {
      const result = await brain.call('import.remap', { previewId: before.previewId, options });
      // A mapping without an answer column is a step on the way: the selects must stay.
      if (result.outcome === 'refused' && change.mapping !== undefined) {
        const shown = { ...before, mapping: change.mapping };
        set({
          importing: {
            step: 'preview',
            name,
            preview: shown,
            busy: false,
            problems: result.problems,
          },
        });
        return;
      }
      take(name, result);
      const now = get().importing;
      if (note !== undefined && now.step === 'preview') set({ importing: { ...now, note } });
    } catch {
      set({ importing: { step: 'failed', why: 'failed' } });
    }
  }

  return {
    openImport() {
      const { importing } = get();
      const isRunning = importing.step === 'applying' || importing.step === 'reading';
      set({ dialog: { kind: 'import' }, ...(isRunning ? {} : { importing: { step: 'choose' } }) });
    },
    async readFile(file) {
      if (file.size > fileLimits.bytes) {
        set({ importing: { step: 'failed', why: 'too-big' } });
        return;
      }
      set({ importing: { step: 'reading', name: file.name } });
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (bytes === undefined) set({ importing: { step: 'failed', why: 'failed' } });
      else await preview(file.name, new Uint8Array(bytes));
    },
    async readText(text) {
      if (text.trim() !== '') await preview('pasted.txt', new TextEncoder().encode(text));
    },
    async mapColumn(column, field) {
      const { importing } = get();
      if (importing.step !== 'preview') return;
      const others = importing.preview.mapping.filter((one) => one.column !== column);
      await remap({ mapping: [...others, { column, field }] });
    },
    importInto: (base) => remap({ base }),
    async applyImport(mode) {
      const { importing } = get();
      if (importing.step !== 'preview') return;
      const { previewId, counts } = importing.preview;
      const total = counts.new + counts.changed + counts.same;
      set({ importing: { step: 'applying', previewId, done: 0, total } });
      try {
        const result = await brain.call('import.apply', { previewId, mode });
        if (result.outcome === 'imported') {
          set({ importing: { step: 'done', result, undo: 'open' } });
          showBase(result.base.id);
        } else if (result.outcome === 'outdated') {
          set({ importing });
          await remap({}, 'outdated');
        } else set({ importing: { step: 'failed', why: 'forgotten' } });
      } catch {
        set({ importing: { step: 'failed', why: 'failed' } });
      }
    },
    async undoImport() {
      const { importing } = get();
      if (importing.step !== 'done') return;
      set({ importing: { ...importing, undo: 'working' } });
      const undo = await brain
        .call('import.undo', { undoId: importing.result.undoId })
        .then(({ outcome }) => outcome)
        .catch(() => 'failed' as const);
      set({ importing: { ...importing, undo } });
    },
    startImportOver: () => set({ importing: { step: 'choose' } }),
    hearProgress({ previewId, done, total }) {
      const { importing } = get();
      if (importing.step !== 'applying' || importing.previewId !== previewId) return;
      set({ importing: { ...importing, done, total } });
    },
  };
}

/** A new base to import into; its id never meets another's. */
export function newTarget(name: string, language: ImportTarget['language']): ImportTarget {
  return { id: `base-${randomId().slice(0, 12)}`, name, language };
}
