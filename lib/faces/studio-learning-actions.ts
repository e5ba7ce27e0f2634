import type { EntryRef } from '../domain/pick';
import type { LearnedPhrasing, PhrasingState } from '../protocol/learning-calls';
import { type LearnedDecision, noLearned, noOverlaps, type StudioPlace } from './studio-learning';
import type { StudioTools } from './studio-tools';

const mostListed = 200;

export type LearningActions = {
  /** Shows the answers, or another of the Studio's pages. */
  showPlace(place: StudioPlace): void;
  showLearned(state: PhrasingState): void;
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

  async function refreshLearned(asking: number) {
    const { state } = get().learned;
    try {
      const params = { base: null, state, offset: 0, limit: mostListed };
      const { counts, phrasings } = await brain.call('learning.list', params);
      if (asking === latest) set({ learned: { state, load: 'ready', counts, phrasings } });
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

  async function decide(
    decision: LearnedDecision,
    phrasing: LearnedPhrasing,
    ask: () => Promise<{ readonly outcome: 'done' | 'gone' | 'does-not-fit' }>,
  ) {
    const { title } = phrasing.entry;
    try {
      const { outcome } = await ask();
      set({ outcome: { kind: 'learned', result: outcome === 'done' ? decision : outcome, title } });
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
    showLearned(state) {
      set({ learned: { ...get().learned, state, load: 'loading', phrasings: [] } });
      void refreshPlace();
    },
    accept: (phrasing, text) =>
      decide('accept', phrasing, () =>
        brain.call('learning.accept', { id: phrasing.id, ...(text === undefined ? {} : { text }) }),
      ),
    refuse: (phrasing) =>
      decide('refuse', phrasing, () => brain.call('learning.refuse', { id: phrasing.id })),
    takeBack: (phrasing) =>
      decide('take-back', phrasing, () => brain.call('learning.take-back', { id: phrasing.id })),
    refreshPlace,
    openEntry(ref) {
      set({ place: 'answers' });
      if (ref.base !== get().base) outside.chooseBase(ref.base);
      void outside.open(ref);
    },
  };
}
