import { longestMessage } from '../protocol/conversation-schema';
import type { PanelActions } from './panel-actions';
import type { PanelTools } from './panel-tools';

const mostFound = 8;

/** The Find box. Answers that come after a newer query was typed are dropped. */
export function findActions(tools: PanelTools): Pick<PanelActions, 'find' | 'openFind'> {
  const { get, set, brain } = tools;
  let latest = 0;
  return {
    async find(query) {
      const asking = ++latest;
      const wanted = query.trim();
      // The box may have been typed over, or emptied with the conversation.
      const isWanted = () => asking === latest && get().find.query === query;
      if (wanted === '') {
        set({ find: { query, answered: '', results: [], failed: false } });
        return;
      }
      set({ find: { ...get().find, query } });
      try {
        const { suggestions } = await brain.call('entries.find', {
          query: wanted.slice(0, longestMessage),
          limit: mostFound,
        });
        if (!isWanted()) return;
        const results = suggestions.slice(0, mostFound);
        set({ find: { query, answered: wanted, results, failed: false } });
      } catch {
        if (isWanted()) set({ find: { query, answered: wanted, results: [], failed: true } });
      }
    },
    openFind() {
      set({ focus: { on: 'find' } });
    },
  };
}
