import { cueCards } from './card-context';
import type { PanelState } from './panel-state';
import { questionCards } from './question-cards';

/** What the middle of the panel shows. There is no state without words. */
export type PanelView =
  | 'loading'
  | 'connecting'
  | 'unreachable'
  | 'found'
  | 'no-knowledge'
  | 'unrecognised'
  | 'searching'
  | 'no-question'
  | 'unreadable'
  | 'ranking'
  | 'rank-failed'
  | 'cards'
  /** Quiet mode, and no answer is direct. */
  | 'quiet'
  | 'nothing-fits';

export function panelView(state: PanelState): PanelView {
  if (state.brainState === 'unreachable') return 'unreachable';
  if (state.bases === undefined || !state.areSettingsKnown) return 'loading';
  if (state.find.query.trim() !== '') return 'found';
  if (state.suggestions.length > 0 && state.ranking !== 'failed') {
    return hasCards(state) ? 'cards' : 'quiet';
  }
  if (!hasKnowledge(state)) return 'no-knowledge';
  if (state.consoleState === 'connecting') return 'connecting';
  if (state.consoleState === 'unrecognised') return 'unrecognised';
  if (state.conversation === null) return 'searching';
  if (state.cue === undefined) return 'no-question';
  if (state.cue.text.trim() === '') return 'unreadable';
  if (state.ranking === 'failed') return 'rank-failed';
  return state.ranking === 'ranked' ? 'nothing-fits' : 'ranking';
}

/** Also when the questions that they answer are all ticked. */
function hasCards(state: PanelState): boolean {
  return cueCards(state).length > 0 || questionCards(state).some(({ cards }) => cards.length > 0);
}

/** Whether there is anything to answer with besides small talk. */
export function hasKnowledge(state: PanelState): boolean {
  return state.bases?.some((base) => !base.smallTalk && base.entries > 0) ?? false;
}
