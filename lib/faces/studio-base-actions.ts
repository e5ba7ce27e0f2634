import { randomId } from '../base/random-id';
import type { Language } from '../domain/language';
import type { Route } from '../domain/route';
import type { ExportFormat } from '../protocol/import-calls';
import type { StudioState } from './studio-state';
import type { StudioTools } from './studio-tools';

export type BaseActions = {
  connect(): Promise<void>;
  refreshBases(): Promise<void>;
  /** True when it is kept. */
  saveBase(fields: {
    readonly name: string;
    readonly language: Language;
    readonly holding: string;
    readonly scope?: 'shared' | 'exclusive';
    readonly routes?: Route[];
  }): Promise<boolean>;
  removeBase(id: string): Promise<void>;
  loadSample(sample: 'harbour-broadband' | 'kapok-mall'): Promise<void>;
  exportBase(id: string, format: ExportFormat): Promise<void>;
};

/** Making, renaming, deleting and exporting whole bases. */
export function studioBaseActions(
  { get, set, brain, saveFile }: StudioTools,
  chooseBase: (id: string | undefined) => void,
): BaseActions {
  const actions: BaseActions = {
    async connect() {
      set({ brainState: 'connecting' });
      try {
        set({ settings: await brain.call('settings.read', null) });
        await actions.refreshBases();
        set({ brainState: 'ready' });
      } catch {
        set({ brainState: 'unreachable' });
      }
    },
    async refreshBases() {
      const { bases } = await brain.call('studio.bases', null);
      set({ bases });
      if (bases.some(({ base }) => base.id === get().base)) return;
      chooseBase(firstBase(bases));
    },
    async saveBase(fields) {
      const { dialog } = get();
      if (dialog?.kind !== 'base') return false;
      try {
        const result = await brain.call('studio.save-base', {
          id: dialog.base?.id ?? null,
          newId: `base-${randomId().slice(0, 12)}`,
          ...fields,
        });
        if (result.outcome === 'refused') {
          set({ baseProblems: result.problems });
          return false;
        }
        const { base } = result;
        set({
          dialog: undefined,
          baseProblems: [],
          outcome: { kind: 'base-saved', name: base.name },
        });
        await actions.refreshBases();
        if (dialog.base === undefined) chooseBase(base.id);
        return true;
      } catch {
        set({ outcome: { kind: 'save-failed' } });
        return false;
      }
    },
    async removeBase(id) {
      const name = get().bases?.find(({ base }) => base.id === id)?.base.name ?? '';
      try {
        await brain.call('knowledge.remove', { base: id });
        const drafts = Object.values(get().drafts).filter((draft) => draft.base !== id);
        set({
          dialog: undefined,
          drafts: Object.fromEntries(drafts.map((draft) => [`${draft.base}/${draft.id}`, draft])),
          removed: get().removed.filter(({ entry }) => entry.base !== id),
          outcome: { kind: 'base-removed', name },
        });
        await actions.refreshBases();
      } catch {
        set({ outcome: { kind: 'delete-failed' } });
      }
    },
    async loadSample(sample) {
      try {
        await brain.call('knowledge.load-sample', { sample });
        await actions.refreshBases();
        chooseBase(sample);
      } catch {
        set({ outcome: { kind: 'save-failed' } });
      }
    },
    async exportBase(id, format) {
      try {
        const file = await brain.call('export.base', { base: id, format });
        saveFile(file.fileName, file.mediaType, file.bytes);
        set({ outcome: { kind: 'exported', name: file.fileName } });
      } catch {
        set({ outcome: { kind: 'export-failed' } });
      }
    },
  };
  return actions;
}

/** The base to begin with: one of the person's own, where there is one. */
function firstBase(bases: NonNullable<StudioState['bases']>): string | undefined {
  return bases.find(({ base }) => !base.smallTalk)?.base.id;
}
