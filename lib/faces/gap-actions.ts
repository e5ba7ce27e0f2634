import { randomId } from '../base/random-id';
import type { GapOffered } from '../protocol/gap-calls';
import { cueRefOf } from './cue-ref';
import type { PanelActions } from './panel-actions';
import type { CueRef } from './panel-card';
import { type PanelTools, recordEvent } from './panel-tools';

/** "None of these": noted here, and in a team sent to it if the team or the agent says so. */
export function gapActions(
  tools: PanelTools,
  isInTeam: () => boolean,
): Pick<PanelActions, 'noteGap' | 'sendGap' | 'dismissGap'> {
  const { get, set, brain } = tools;

  /** The agent may have gone on meanwhile: what is asked then would stand under another question. */
  async function hear(cue: CueRef, id: string, offered: Promise<GapOffered>) {
    const told = await offered.catch(() => ({ outcome: 'unreachable' }) as const);
    const { conversationKey, text } = cueRefOf(get());
    if (conversationKey !== cue.conversationKey || text !== cue.text) return;
    if (told.outcome === 'ask') set({ gapAsk: { id, text: told.text } });
    else if (told.outcome !== 'none') set({ gapTold: told.outcome });
  }

  return {
    noteGap() {
      const cue = cueRefOf(get());
      if (get().gapNoted || cue.text === '') return;
      set({ gapNoted: true });
      recordEvent(tools, cue, { kind: 'gap', cueText: cue.text });
      if (!isInTeam()) return;
      const id = randomId();
      const { text, consoleId } = cue;
      void hear(cue, id, brain.call('gaps.offer', { id, text, consoleId }));
    },
    sendGap() {
      const { gapAsk } = get();
      if (gapAsk === undefined) return;
      const cue = cueRefOf(get());
      set({ gapAsk: undefined });
      const gap = { ...gapAsk, consoleId: cue.consoleId };
      void hear(cue, gapAsk.id, brain.call('gaps.send', gap));
    },
    dismissGap: () => set({ gapAsk: undefined }),
  };
}
