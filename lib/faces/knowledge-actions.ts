import type { BrainNews } from '../protocol/brain-calls';
import type { ReadyPreview } from '../protocol/import-calls';
import { fileLimits } from '../protocol/knowledge-file';
import type { PanelActions } from './panel-actions';
import type { ImportState } from './panel-state';
import type { PanelTools } from './panel-tools';

type ImportProgress = Extract<BrainNews, { news: 'import.progress' }>;

type KnowledgeActions = Pick<PanelActions, 'importFile' | 'loadSample' | 'dismissImport'> & {
  /** @param onSettings is called as soon as these are known; the knowledge may take longer. */
  connect(onSettings: () => void): Promise<void>;
  hearProgress(news: ImportProgress): void;
};

/** An import that was given up elsewhere sends no last news: after so long it counts as over. */
const progressKeptMs = 10_000;

/** Reading the brain's knowledge and settings, and bringing knowledge in. */
export function knowledgeActions(tools: PanelTools): KnowledgeActions {
  const { set, brain } = tools;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  async function whileWorking(name: string, work: () => Promise<ImportState>) {
    set({ importing: { kind: 'working', name } });
    const importing = await work().catch(() => ({ kind: 'failed' }) as const);
    set({ importing, importProgress: undefined });
  }

  /**
   * Takes in what a preview showed. A Cuecard file is the whole base as its writer exported it: it
   * replaces ours, and only whole. From any other file the rows that can be used are added.
   */
  async function apply({ previewId, format, counts, bad }: ReadyPreview): Promise<ImportState> {
    const isWhole = format === 'cuecard';
    const usable = counts.new + counts.changed + counts.same;
    if (usable === 0 || (isWhole && counts.bad > 0)) {
      return { kind: 'refused', problems: bad.rows.slice(0, shownProblems), more: hidden(bad) };
    }
    const mode = isWhole ? 'replace' : 'merge';
    const applied = await brain.call('import.apply', { previewId, mode });
    if (applied.outcome !== 'imported') return { kind: 'failed' };
    const { undoId: _, ...result } = applied;
    return { kind: 'done', result, ...(counts.bad > 0 ? { leftOut: counts.bad } : {}) };
  }

  return {
    async connect(onSettings) {
      set({ brainState: 'connecting' });
      try {
        const readSettings = async () => {
          set({ settings: await brain.call('settings.read', null), areSettingsKnown: true });
          onSettings();
        };
        const [{ bases, preparing = 'no' }] = await Promise.all([
          brain.call('knowledge.summary', null),
          readSettings(),
        ]);
        set({ bases, preparing, brainState: 'ready' });
      } catch {
        set({ brainState: 'unreachable' });
      }
    },
    async importFile(file) {
      if (file.size > fileLimits.bytes) {
        set({ importing: { kind: 'too-big', limitMb: fileLimits.bytes / 1024 / 1024 } });
        return;
      }
      await whileWorking(file.name, async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const preview = await brain.call('import.preview', { fileName: file.name, bytes });
        if (preview.outcome === 'ready') return apply(preview);
        const { problems, more } = preview;
        const all = { rows: problems, more };
        return { kind: 'refused', problems: problems.slice(0, shownProblems), more: hidden(all) };
      });
    },
    async loadSample(sample, name) {
      await whileWorking(name, async () => {
        const result = await brain.call('knowledge.load-sample', { sample });
        return result.outcome === 'imported' ? { kind: 'done', result } : { kind: 'failed' };
      });
    },
    dismissImport() {
      set({ importing: undefined });
    },
    hearProgress({ done, total }) {
      clearTimeout(forgetting);
      set({ importProgress: done < total ? { done, total } : undefined });
      forgetting = setTimeout(() => set({ importProgress: undefined }), progressKeptMs);
    },
  };
}

/** More than that is read in the Studio. */
const shownProblems = 5;

function hidden(problems: { readonly rows: readonly unknown[]; readonly more: number }): number {
  return problems.more + Math.max(0, problems.rows.length - shownProblems);
}
