import type { Suggestion } from '../domain/suggestion';
import { longestMessage } from '../protocol/conversation-schema';
import { goneOf } from './gone-entries';
import type { PanelActions } from './panel-actions';
import { emptyFind, type PanelState } from './panel-state';
import type { PanelTools } from './panel-tools';
import { keepShownList } from './shown-updates';
import { steadily } from './steadily';

const mostFound = 8;

type FindActions = Pick<PanelActions, 'find' | 'openFind'> & {
  /** Asks the same again, once there are other answers. */
  findAgain(): void;
  showBetterFound(): void;
  stopFinding(): void;
  /** Does this once what was found for the words in the box is shown, unless they change first. */
  afterwards(wish: () => void): void;
};

/** The Find box. Answers that come after a newer query was typed are dropped. */
export function findActions(tools: PanelTools): FindActions {
  const { get, set, brain } = tools;
  let latest = 0;
  let wish: (() => void) | undefined;
  const found = steadily<readonly Suggestion[]>(tools, {
    moves: (results) => get().find.results.some((result, at) => !isSameEntry(result, results[at])),
    show: (results) => set({ find: { ...get().find, results, better: undefined } }),
    keepBack: (better) => set({ find: { ...get().find, better } }),
    waiting: () => get().find.better,
  });

  /** The same search again: what the team changed meanwhile waits beside its card. */
  async function takeAgain(fresh: readonly Suggestion[], isWanted: () => boolean) {
    const gone = await goneOf(tools, get().find.results, fresh);
    if (!isWanted()) return;
    const kept = keepShownList(get().find.results, fresh, tools.isTeams, gone);
    set({ find: { ...get().find, updates: kept.updates } });
    found.take(kept.list);
  }

  async function search(
    query: string,
    show: (results: readonly Suggestion[], isWanted: () => boolean) => unknown,
  ) {
    const asking = ++latest;
    if (query !== get().find.query) wish = undefined;
    const wanted = query.trim();
    // The box may have been typed over, or emptied with the conversation.
    const isWanted = () => asking === latest && get().find.query === query;
    if (wanted === '') {
      set({ find: { ...emptyFind, query } });
      return;
    }
    set({ find: { ...get().find, query } });
    try {
      const { suggestions } = await brain.call('entries.find', {
        query: wanted.slice(0, longestMessage),
        limit: mostFound,
      });
      if (isWanted()) await show(suggestions.slice(0, mostFound), isWanted);
    } catch {
      if (isWanted()) set({ find: { ...emptyFind, query, answered: wanted, failed: true } });
    }
  }

  const find = (query: string) =>
    search(query, (results) => {
      set({ find: { ...emptyFind, query, answered: query.trim(), results } });
      const wished = wish;
      wish = undefined;
      wished?.();
    });

  return {
    find,
    findAgain() {
      const { query, answered, failed } = get().find;
      if (query === '') return;
      if (failed || answered !== query.trim()) void find(query);
      else void search(query, takeAgain);
    },
    showBetterFound: found.showWaiting,
    stopFinding: found.stop,
    afterwards(wished) {
      wish = wished;
    },
    openFind() {
      set({ focus: { on: 'find' } });
    },
  };
}

/** Whether the words in the box still wait for their answers: the cards are those of others. */
export function isFinding({ find: { query, answered } }: PanelState): boolean {
  return query.trim() !== '' && query.trim() !== answered;
}

const isSameEntry = ({ entry }: Suggestion, other: Suggestion | undefined): boolean =>
  entry.base === other?.entry.base && entry.id === other.entry.id;
