import type { Suggestion } from '../domain/suggestion';
import type { PanelActions } from './panel-actions';
import type { RankedAnswers } from './panel-state';
import type { PanelTools } from './panel-tools';
import { nameOf, updateOf } from './shown-updates';

/** Taking over what the team changed meanwhile: only ever by the agent's own click. */
export function updateActions({ get, set }: PanelTools): Pick<PanelActions, 'takeUpdate'> {
  return {
    takeUpdate(card) {
      const update = updateOf(get(), card.key);
      if (update === undefined) return;
      const name = nameOf(card.suggestion);
      const renew = (list: readonly Suggestion[]) =>
        list.flatMap((each) => {
          if (nameOf(each) !== name) return [each];
          return update.kind === 'gone' ? [] : [renewed(each, update.fresh)];
        });
      const { find, editing } = get();
      if (card.key.startsWith('find:')) {
        const { [name]: _, ...updates } = find.updates;
        const { better } = find;
        const waiting = better === undefined ? undefined : renew(better);
        set({ find: { ...find, results: renew(find.results), better: waiting, updates } });
      } else {
        const { [name]: _, ...updates } = get().updates;
        const { better } = get();
        const waiting = better === undefined ? undefined : renewedAnswers(better, renew);
        set({ ...renewedAnswers(get(), renew), better: waiting, updates });
      }
      // Own words in the editor stay; a text that was only opened is the old one.
      if (editing?.card.key === card.key && editing.text === editing.before) {
        set({ editing: undefined });
      }
      set({ focus: { on: 'card', key: card.key } });
    },
  };
}

/** Its place and its reasons stay those of the ranking. */
const renewed = (old: Suggestion, fresh: Suggestion): Suggestion => ({
  ...old,
  entry: fresh.entry,
  answer: fresh.answer,
  language: fresh.language,
  reasons: { ...old.reasons, inAnswer: fresh.reasons.inAnswer },
});

function renewedAnswers<Answers extends Pick<RankedAnswers, 'suggestions' | 'related' | 'groups'>>(
  answers: Answers,
  renew: (list: readonly Suggestion[]) => Suggestion[],
) {
  const { suggestions, related, groups } = answers;
  return {
    ...answers,
    suggestions: renew(suggestions),
    related: renew(related),
    groups: groups.map((group) => ({ ...group, suggestions: renew(group.suggestions) })),
  };
}
