import type { CueRef } from './panel-card';
import type { PanelState } from './panel-state';

/**
 * What an insertion is made for: the cue on screen, never the conversation that the page shows by
 * then. Without a cue it is the conversation that the panel knows of; the page checks it again.
 */
export function cueRefOf(state: PanelState): CueRef {
  return {
    conversationKey: state.cue?.conversationKey ?? state.conversation?.key ?? '',
    consoleId: state.conversation?.consoleId ?? '',
    text: state.cue?.text ?? '',
  };
}
