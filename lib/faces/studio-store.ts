import { createStore, type StoreApi } from 'zustand/vanilla';
import { randomId } from '../base/random-id';
import type { EntryRef } from '../domain/pick';
import type { Brain, BrainNews } from '../protocol/brain-calls';
import type { Platform } from './platform';
import { saveFile } from './save-file';
import { type BaseActions, studioBaseActions } from './studio-base-actions';
import { type EntryActions, studioEntryActions } from './studio-entry-actions';
import { type ImportActions, studioImportActions } from './studio-import-actions';
import { type LearningActions, studioLearningActions } from './studio-learning-actions';
import { type ListActions, studioListActions } from './studio-list-actions';
import {
  initialStudioState,
  type Outcome,
  type StudioDialog,
  type StudioState,
} from './studio-state';
import type { StudioTools } from './studio-tools';
import { studioTryActions, type TryActions } from './studio-try-actions';
import { createTeamStore, type TeamStore } from './team-store';

export type StudioActions = ListActions &
  EntryActions &
  BaseActions &
  TryActions &
  LearningActions &
  Omit<ImportActions, 'hearProgress'> & {
    openDialog(dialog: StudioDialog): void;
    closeDialog(): void;
    /** Says what something came to. */
    say(outcome: Outcome): void;
    dismissOutcome(): void;
    stop(): void;
  };

export type StudioStore = StoreApi<StudioState> & {
  readonly actions: StudioActions;
  readonly team: TeamStore;
  /** In ms since 1970. */
  readonly now: () => number;
};

export type StudioOptions = {
  readonly brain: Brain;
  readonly platform: Platform;
  readonly now: () => number;
  /** The entry to begin with, as named in the page's address. */
  readonly open?: EntryRef | undefined;
  readonly makeId?: () => string;
  readonly saveFile?: StudioTools['saveFile'];
};

/** The Studio's store. It listens to the brain from its creation until `actions.stop()`. */
export function createStudioStore(options: StudioOptions): StudioStore {
  const { brain } = options;
  const store = createStore<StudioState>(() => initialStudioState(options.platform));
  const { getState: get, setState: set } = store;
  const tools: StudioTools = {
    get,
    set,
    brain,
    makeId: options.makeId ?? (() => randomId().slice(0, 12)),
    saveFile: options.saveFile ?? saveFile,
  };
  const list = studioListActions(tools);
  const tries = studioTryActions(tools);
  const chooseBase = (id: string | undefined) => {
    set({ place: 'answers' });
    if (id === get().base) return;
    set({ open: undefined, opening: undefined, pane: 'list' });
    if (id === undefined) set({ base: undefined });
    else list.chooseBase(id);
  };
  const entries = studioEntryActions(tools, {
    beforeSave: tries.notePlaces,
    chooseBase,
    refreshList: list.refreshList,
    whenListed: list.whenListed,
  });
  const learning = studioLearningActions(tools, { chooseBase, open: entries.open });
  const bases = studioBaseActions(tools, chooseBase);
  const { hearProgress, ...imports } = studioImportActions(tools, (id) => {
    void bases.refreshBases().then(
      () => chooseBase(id),
      () => {},
    );
  });

  const actions: StudioActions = {
    ...list,
    ...tries,
    ...entries,
    ...bases,
    ...imports,
    ...learning,
    chooseBase,
    openDialog: (dialog) => set({ dialog, baseProblems: [] }),
    closeDialog: () => set({ dialog: undefined }),
    say: (outcome) => set({ outcome }),
    dismissOutcome: () => set({ outcome: undefined }),
    stop: brain.onNews(hear),
  };

  function hear(news: BrainNews) {
    if (news.news === 'settings.changed') set({ settings: news.settings });
    else if (news.news === 'import.progress') hearProgress(news);
    else if (news.news !== 'team.changed' && news.news !== 'desk.changed') {
      bases.refreshBases().catch(() => {});
      if (get().base !== undefined) void list.refreshList();
      void entries.refreshOpen();
      void tries.tryAgain();
      void learning.refreshPlace();
    }
  }

  void bases.connect().then(() => {
    const wanted = options.open;
    if (wanted === undefined || get().brainState !== 'ready') return;
    chooseBase(wanted.base);
    void entries.open(wanted);
  });
  return Object.assign(store, { actions, now: options.now, team: createTeamStore(brain) });
}
