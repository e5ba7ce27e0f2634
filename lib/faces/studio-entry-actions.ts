import type { Language } from '../domain/language';
import type { EntryRef } from '../domain/pick';
import type { FieldProblem } from '../protocol/studio-calls';
import {
  type Draft,
  type DraftChange,
  type DraftKey,
  draftKey,
  draftOf,
  entryDraftOf,
  isChanged,
  newDraft,
} from './studio-draft';
import { changedDrafts, openDraft, rowAt, rowCount } from './studio-state';
import type { StudioTools } from './studio-tools';

export type EntryActions = {
  open(ref: EntryRef): Promise<void>;
  /** Opens the row as it stands on screen. True when it is open. */
  openAt(row: number): Promise<boolean>;
  /** The same at the cursor, once the list is there that belongs to the words searched for. */
  openAtCursor(): Promise<boolean>;
  newEntry(): void;
  /** Writes the answer in this language from now on. */
  writeIn(language: Language): void;
  /** Writes into the draft that is open. */
  change(change: DraftChange): void;
  /** Saves one draft, the open one unless named. True when it is kept. */
  save(key?: DraftKey, how?: { readonly overwrite: boolean }): Promise<boolean>;
  saveAll(): Promise<void>;
  /** Drops what is unsaved of the open draft. */
  discard(): void;
  takeTheirs(key: DraftKey): void;
  remove(ref: EntryRef): Promise<void>;
  undoRemove(): Promise<void>;
  closeEditor(): void;
  /** Brings the open entry up to date with what is kept, unless it is being written. */
  refreshOpen(): Promise<void>;
};

/** Opening, writing, saving and deleting entries. Unsaved drafts are kept side by side. */
export function studioEntryActions(
  tools: StudioTools,
  outside: {
    /** Called before a save, so that a change of places can be told afterwards. */
    readonly beforeSave: () => void;
    readonly chooseBase: (id: string) => void;
    readonly refreshList: () => Promise<void>;
    readonly whenListed: () => Promise<boolean>;
  },
): EntryActions {
  const { get, set, brain } = tools;

  const without = <Value>(map: { readonly [key: DraftKey]: Value }, key: DraftKey) =>
    Object.fromEntries(Object.entries(map).filter(([one]) => one !== key)) as {
      readonly [key: DraftKey]: Value;
    };
  const putDraft = (draft: Draft) => set({ drafts: { ...get().drafts, [draftKey(draft)]: draft } });
  const dropDraft = (key: DraftKey) => {
    const { drafts, problems, theirs } = get();
    set({
      drafts: without(drafts, key),
      problems: without(problems, key),
      theirs: without(theirs, key),
    });
  };

  /** A draft that is left unchanged need not be kept. */
  function leaveOpen() {
    const draft = openDraft(get());
    if (draft !== undefined && !isChanged(draft)) dropDraft(draftKey(draft));
  }

  function show(draft: Draft) {
    leaveOpen();
    putDraft(draft);
    set({ open: draftKey(draft), opening: undefined, answerLanguage: undefined, pane: 'editor' });
  }

  const actions: EntryActions = {
    async open(ref) {
      const key = draftKey(ref);
      if (get().open === key) {
        set({ opening: undefined, pane: 'editor' });
        return;
      }
      const held = get().drafts[key];
      if (held !== undefined) {
        show(held);
        return;
      }
      set({ opening: key });
      try {
        const { entry } = await brain.call('studio.entry', { base: ref.base, id: ref.id });
        if (get().opening !== key) return;
        if (entry !== null) show(draftOf(entry));
        else set({ opening: undefined, outcome: { kind: 'entry-gone' } });
      } catch {
        if (get().opening === key) set({ opening: undefined, brainState: 'unreachable' });
      }
    },
    async openAt(row) {
      const { base } = get();
      const found = rowAt(get(), row);
      if (base === undefined || found === undefined) return false;
      const ref = { base, id: found.id };
      set({ cursor: row });
      await actions.open(ref);
      return get().open === draftKey(ref);
    },
    async openAtCursor() {
      const { open, opening } = get();
      if (!(await outside.whenListed())) return false;
      // Something else was opened meanwhile, by a click.
      if (get().open !== open || get().opening !== opening) return false;
      return actions.openAt(get().cursor);
    },
    newEntry() {
      const { base } = get();
      if (base === undefined) return;
      show(newDraft(base, tools.makeId()));
      set({ cursor: 0 });
    },
    writeIn: (answerLanguage) => set({ answerLanguage }),
    change(change) {
      const draft = openDraft(get());
      if (draft === undefined) return;
      const key = draftKey(draft);
      const { problems } = get();
      const left = problems[key]?.filter((problem) => !isMended(problem, change)) ?? [];
      putDraft({ ...draft, ...change });
      const { outcome } = get();
      set({
        problems: { ...problems, [key]: left },
        // What was to be mended is being mended.
        outcome: outcome?.kind === 'refused' ? undefined : outcome,
      });
    },

    async save(key = get().open, how) {
      const draft = key === undefined ? undefined : get().drafts[key];
      if (key === undefined || draft === undefined || get().saving.includes(key)) return false;
      const isNew = draft.saved === undefined;
      set({ saving: [...get().saving, key] });
      outside.beforeSave();
      try {
        const result = await brain.call('studio.save', {
          entry: entryDraftOf(draft),
          basedOn: how?.overwrite === true ? null : (draft.saved?.updatedAt ?? null),
        });
        if (result.outcome === 'refused') {
          const { problems } = result;
          set({
            problems: { ...get().problems, [key]: problems },
            outcome: { kind: 'refused', problems: problems.length },
          });
          return false;
        }
        if (result.outcome === 'changed-elsewhere') {
          set({
            theirs: { ...get().theirs, [key]: draftOf(result.entry) },
            outcome: { kind: 'changed-elsewhere' },
          });
          return false;
        }
        settle(key, draft, draftOf(result.entry));
        set({ outcome: { kind: 'saved', title: result.entry.title } });
        if (isNew && get().open === key) await followToEnd();
        return true;
      } catch {
        set({ outcome: { kind: 'save-failed' } });
        return false;
      } finally {
        set({ saving: get().saving.filter((one) => one !== key) });
      }
    },
    async saveAll() {
      for (const draft of changedDrafts(get())) {
        const key = draftKey(draft);
        if (await actions.save(key)) continue;
        // What cannot be saved is shown, so that it can be mended.
        if (draft.base !== get().base) outside.chooseBase(draft.base);
        await actions.open(draft);
        return;
      }
    },
    discard() {
      const draft = openDraft(get());
      if (draft === undefined) return;
      const key = draftKey(draft);
      dropDraft(key);
      if (draft.saved === undefined) set({ open: undefined, pane: 'list' });
      else putDraft(draftOf(draft.saved));
    },
    takeTheirs(key) {
      const draft = get().theirs[key];
      if (draft === undefined) return;
      dropDraft(key);
      putDraft(draft);
    },

    async remove(ref) {
      const key = draftKey(ref);
      const draft = get().drafts[key];
      try {
        const { removed } = await brain.call('studio.delete', { base: ref.base, id: ref.id });
        if (get().open === key) set({ open: undefined, pane: 'list' });
        dropDraft(key);
        const title = removed?.entry.title ?? draft?.title ?? '';
        if (removed === null) return;
        set({ removed: [...get().removed, removed], outcome: { kind: 'deleted', title } });
      } catch {
        set({ outcome: { kind: 'delete-failed' } });
      }
    },
    async undoRemove() {
      const removed = get().removed.at(-1);
      if (removed === undefined) return;
      set({ removed: get().removed.slice(0, -1) });
      try {
        await brain.call('studio.restore', { removed });
        set({ outcome: { kind: 'restored', title: removed.entry.title } });
        if (get().base !== removed.entry.base) outside.chooseBase(removed.entry.base);
        await actions.open(removed.entry);
      } catch {
        set({ removed: [...get().removed, removed], outcome: { kind: 'restore-failed' } });
      }
    },
    closeEditor() {
      set({ pane: 'list' });
    },
    async refreshOpen() {
      const draft = openDraft(get());
      if (draft?.saved === undefined || isChanged(draft)) return;
      const { entry } = await brain
        .call('studio.entry', { base: draft.base, id: draft.id })
        .catch(() => ({ entry: draft.saved ?? null }));
      if (openDraft(get()) !== draft) return;
      if (entry === null) {
        dropDraft(draftKey(draft));
        set({ open: undefined, pane: 'list' });
      } else if (entry.updatedAt !== draft.saved.updatedAt) putDraft(draftOf(entry));
    },
  };

  /** A new answer moves from the head of the list to its end; the cursor goes with it. */
  async function followToEnd() {
    const { query, filter } = get().list;
    if (query !== '' || filter !== 'all') return;
    await outside.refreshList();
    set({ cursor: Math.max(0, rowCount(get()) - 1) });
  }

  /** Makes a draft of what was kept; what was typed while it was being saved stays unsaved. */
  function settle(key: DraftKey, sent: Draft, kept: Draft) {
    const now = get().drafts[key];
    const typedOn = now !== undefined && now !== sent;
    if (!typedOn && get().open !== key) dropDraft(key);
    else {
      dropDraft(key);
      putDraft(typedOn ? { ...now, saved: kept.saved } : kept);
    }
  }
  return actions;
}

/** Whether a problem stands in a field that has just been written in. */
function isMended(problem: FieldProblem, change: DraftChange): boolean {
  const [field] = problem.field.split('.');
  return field !== undefined && field in change;
}
