import type { EntryRef } from '../domain/pick';
import type { LearnedPhrasing, PhrasingState } from '../protocol/learning-calls';
import {
  type LearnedDecision,
  type LearnedSource,
  noLearned,
  noOverlaps,
  type StudioPlace,
} from './studio-learning';
import type { StudioTools } from './studio-tools';

const mostListed = 200;

export type LearningActions = {
  /** Shows the answers, or another of the Studio's pages. */
  showPlace(place: StudioPlace): void;
  showLearned(state: PhrasingState): void;
  showLearnedOf(source: LearnedSource): void;
  /** With other words it is accepted in those. */
  accept(phrasing: LearnedPhrasing, text?: string): Promise<void>;
  refuse(phrasing: LearnedPhrasing): Promise<void>;
  takeBack(phrasing: LearnedPhrasing): Promise<void>;
  /** Asks again for what the place on screen shows. */
  refreshPlace(): Promise<void>;
  /** Opens an entry in the editor. */
  openEntry(ref: EntryRef): void;
};

type Outside = {
  readonly chooseBase: (id: string) => void;
  readonly open: (ref: EntryRef) => Promise<void>;
};

/** Looking after what was learned, and after answers that overlap. */
export function studioLearningActions(
  { get, set, brain }: StudioTools,
  outside: Outside,
): LearningActions {
  let latest = 0;

  /** Null: the hub does not answer. What came before the team switched it off is still looked at. */
  async function listOf(source: LearnedSource, state: PhrasingState) {
    if (source === 'here') {
      const params = { base: null, state, offset: 0, limit: mostListed };
      return { load: 'ready', ...(await brain.call('learning.list', params)) } as const;
    }
    const [list, sharing] = await Promise.all([
      brain.call('team-learning.list', { state, limit: mostListed }),
      brain.call('team-learning.sharing', null),
    ]);
    if (list === null || sharing === null) return { load: 'failed' } as const;
    const isOff = !sharing.learned && Object.values(list.counts).every((count) => count === 0);
    return { load: isOff ? 'off' : 'ready', ...list } as const;
  }

  async function refreshLearned(asking: number) {
    const { source, state } = get().learned;
    try {
      const list = await listOf(source, state);
      if (asking === latest) set({ learned: { ...get().learned, ...list } });
    } catch {
      if (asking === latest) set({ learned: { ...get().learned, load: 'failed' } });
    }
  }

  async function refreshOverlaps(asking: number) {
    try {
      const { pairs, more } = await brain.call('learning.duplicates', { base: null });
      if (asking === latest) set({ overlaps: { load: 'ready', pairs, more } });
    } catch {
      if (asking === latest) set({ overlaps: { ...get().overlaps, load: 'failed' } });
    }
  }

  async function refreshPlace() {
    const asking = ++latest;
    const { place } = get();
    if (place === 'learned') await refreshLearned(asking);
    if (place === 'overlaps') await refreshOverlaps(asking);
  }

  const isTeams = () => get().learned.source === 'team';
  const refOf = ({ id, entry }: LearnedPhrasing) => ({ base: entry.base, entry: entry.id, id });

  async function decide(
    decision: LearnedDecision,
    phrasing: LearnedPhrasing,
    ask: () => Promise<{ readonly outcome: 'done' | 'gone' | 'does-not-fit' | 'unreachable' }>,
  ) {
    const { title } = phrasing.entry;
    try {
      const { outcome } = await ask();
      const done = isTeams() ? (`team.${decision}` as const) : decision;
      set({ outcome: { kind: 'learned', result: outcome === 'done' ? done : outcome, title } });
      await refreshPlace();
    } catch {
      set({ outcome: { kind: 'learned', result: 'failed', title } });
    }
  }

  return {
    showPlace(place) {
      if (place === get().place) return;
      set({
        place,
        ...(place === 'learned' ? { learned: noLearned } : {}),
        ...(place === 'overlaps' ? { overlaps: noOverlaps } : {}),
      });
      void refreshPlace();
    },
    showLearnedOf(source) {
      if (source === get().learned.source) return;
      set({ learned: { ...noLearned, source } });
      void refreshPlace();
    },
    showLearned(state) {
      set({ learned: { ...get().learned, state, load: 'loading', phrasings: [] } });
      void refreshPlace();
    },
    accept: (phrasing, text) =>
      decide('accept', phrasing, () => {
        const better = text === undefined ? {} : { text };
        return isTeams()
          ? brain.call('team-learning.accept', { ...refOf(phrasing), ...better })
          : brain.call('learning.accept', { id: phrasing.id, ...better });
      }),
    refuse: (phrasing) =>
      decide('refuse', phrasing, () =>
        isTeams()
          ? brain.call('team-learning.refuse', refOf(phrasing))
          : brain.call('learning.refuse', { id: phrasing.id }),
      ),
    takeBack: (phrasing) =>
      decide('take-back', phrasing, () =>
        isTeams()
          ? brain.call('team-learning.take-back', refOf(phrasing))
          : brain.call('learning.take-back', { id: phrasing.id }),
      ),
    refreshPlace,
    openEntry(ref) {
      set({ place: 'answers' });
      if (ref.base !== get().base) outside.chooseBase(ref.base);
      void outside.open(ref);
    },
  };
}
