import type { Conversation } from '../domain/conversation';
import { type Cue, cueOf } from '../domain/cue';
import { emptyFind, freshCue, type PanelState } from './panel-state';

/**
 * What changes when the page shows a conversation, or none (null). Cards, typed slots and
 * rejections live as long as one burst; an unfinished edit is never lost: it is parked with its
 * conversation. `now` is in ms since 1970.
 */
export function hearConversation(
  state: PanelState,
  conversation: Conversation | null,
  now: number,
): Partial<PanelState> {
  const cue = conversation === null ? undefined : cueOf(conversation);
  const same = conversation !== null && conversation.key === state.conversation?.key;
  if (!same) {
    return {
      ...freshCue,
      conversation,
      cue,
      waitingSince: cue?.since,
      names: keepAgentName(state),
      focus: undefined,
      // What was found for one customer must not hide what the next one needs.
      ...(conversation === null || state.conversation === null ? {} : { find: emptyFind }),
      ...swapEdits(state, conversation?.key),
    };
  }
  if (cue === undefined) {
    return state.cue === undefined ? { conversation } : { conversation, replied: true };
  }
  if (state.cue !== undefined && isSameBurst(state.cue, cue)) {
    return { conversation, cue, replied: false };
  }
  return { ...freshCue, conversation, cue, waitingSince: cue.since ?? now };
}

type Asked = Pick<PanelState, 'cue' | 'conversation'>;

/** Whether two states ask for the same ranking. Labels come later than messages in some consoles. */
export function isSameQuestion(before: Asked, after: Asked): boolean {
  return (
    before.cue?.id === after.cue?.id &&
    before.cue?.text === after.cue?.text &&
    String(before.conversation?.labels) === String(after.conversation?.labels)
  );
}

function isSameBurst(before: Cue, after: Cue): boolean {
  return (
    before.conversationKey === after.conversationKey &&
    before.messages[0]?.id === after.messages[0]?.id
  );
}

function keepAgentName(state: PanelState): PanelState['names'] {
  const name = state.names['agent.name'];
  return name === undefined ? {} : { 'agent.name': name };
}

function swapEdits(
  state: PanelState,
  nextKey: string | undefined,
): Pick<PanelState, 'editing' | 'parked'> {
  const left = state.editing?.card.cue.conversationKey;
  // Begun with no conversation open, an edit belongs to none and stays where it is.
  if (left === '') return { editing: state.editing, parked: state.parked };
  const parked = { ...state.parked };
  if (state.editing !== undefined && left !== undefined) parked[left] = state.editing;
  const editing = nextKey === undefined ? undefined : parked[nextKey];
  if (nextKey !== undefined) delete parked[nextKey];
  return { editing, parked };
}
