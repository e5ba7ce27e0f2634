import type { ResultOf } from '../protocol/brain-calls';
import { longestMessage } from '../protocol/conversation-schema';
import { type DraftKey, draftKey } from './studio-draft';
import { noTry } from './studio-state';
import type { StudioTools } from './studio-tools';

export type TryActions = {
  /** Ranks what a customer might write. */
  tryText(text: string): Promise<void>;
  /** Ranks the same text again, after the knowledge changed. */
  tryAgain(): Promise<void>;
  /** Remembers the places of now, to be held against those after a save. */
  notePlaces(): void;
};

export function studioTryActions({ get, set, brain }: StudioTools): TryActions {
  let latest = 0;

  async function rank() {
    const asking = ++latest;
    const text = get().tryIt.text.trim();
    if (text === '') return;
    try {
      const ranked = await brain.call('cue.rank', {
        cueId: `studio-${asking}`,
        text: text.slice(0, longestMessage),
        earlier: [],
      });
      if (asking === latest) set({ tryIt: { ...get().tryIt, ranked, failed: false } });
    } catch {
      if (asking === latest) set({ tryIt: { ...get().tryIt, ranked: undefined, failed: true } });
    }
  }

  return {
    async tryText(text) {
      set({
        tryIt:
          text.trim() === '' ? { ...noTry, text } : { ...get().tryIt, text, before: undefined },
      });
      await rank();
    },
    tryAgain: rank,
    notePlaces() {
      const { tryIt } = get();
      if (tryIt.ranked === undefined) return;
      set({ tryIt: { ...tryIt, before: placesOf(tryIt.ranked) } });
    },
  };
}

/** Suggestions first, then what is merely related, as the panel shows them. */
export function rankedList(ranked: ResultOf<'cue.rank'>) {
  return [...ranked.suggestions, ...ranked.related];
}

function placesOf(ranked: ResultOf<'cue.rank'>): { readonly [key: DraftKey]: number } {
  return Object.fromEntries(rankedList(ranked).map(({ entry }, at) => [draftKey(entry), at + 1]));
}
