import { cueCards } from './card-context';
import type { PanelState, RankedAnswers } from './panel-state';
import type { PanelTools } from './panel-tools';
import { panelView } from './panel-view';
import { questionCards } from './question-cards';
import { type Steadily, steadily } from './steadily';

/** The cards of the cue: a newer ranking of it waits while a hand is at them. */
export const betterAnswers = (tools: PanelTools): Steadily<RankedAnswers> =>
  steadily<RankedAnswers>(tools, {
    moves(ranked) {
      const state = tools.get();
      const before = placesOf(state);
      const after = placesOf({ ...state, ...ranked });
      return cueCards(state).length > 0 && before.some((place, at) => after[at] !== place);
    },
    show: (ranked) => tools.set({ ...ranked, ranking: 'ranked', better: undefined }),
    keepBack: (better) => tools.set({ ranking: 'ranked', better }),
    waiting: () => tools.get().better,
  });

/** Whether a better order waits for the cards on screen. */
export const hasBetter = (state: PanelState): boolean =>
  (panelView(state) === 'found' ? state.find.better : state.better) !== undefined;

/** What stands where, from the top: headings and cards. */
function placesOf(state: PanelState): string[] {
  const questions = questionCards(state).map(({ key }) => `question ${key}`);
  return [
    `${questions.length} headings`,
    ...cueCards(state).map(({ key, question }) => `${key} ${questions.length > 0 ? question : ''}`),
  ];
}
