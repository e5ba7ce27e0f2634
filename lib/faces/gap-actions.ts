import { randomId } from '../base/random-id';
import type { GapOffered } from '../protocol/gap-calls';
import { cueRefOf } from './cue-ref';
import type { PanelActions } from './panel-actions';
import type { GapTold, NotedGap } from './panel-state';
import { type PanelTools, recordEvent } from './panel-tools';

const unreachable = async () => ({ outcome: 'unreachable' }) as const;

/** "None of these": noted here, and in a team sent to it if the team or the agent says so. */
export function gapActions(
  tools: PanelTools,
  isInTeam: () => boolean,
): Pick<PanelActions, 'noteGap' | 'undoGap' | 'sendGap' | 'dismissGap'> {
  const { get, set, brain } = tools;
  /** What became, or will become, of the question that the team was told of last. */
  let offer: { readonly id: string; readonly told: Promise<GapOffered> } | undefined;

  /** The agent may have gone on meanwhile: what is said then would stand under another question. */
  function isStillShown({ cue }: NotedGap) {
    const { conversationKey, text } = cueRefOf(get());
    return conversationKey === cue.conversationKey && text === cue.text;
  }

  async function hear(noted: NotedGap, asked: Promise<GapOffered>) {
    const offered = asked.catch(unreachable);
    offer = { id: noted.id, told: offered };
    const told = await offered;
    if (get().gapNoted?.id !== noted.id || !isStillShown(noted)) return;
    if (told.outcome === 'ask') set({ gapAsk: { id: noted.id, text: told.text } });
    else if (told.outcome !== 'none') tell(told.outcome);
  }

  async function takeBack(noted: NotedGap, offered: Promise<GapOffered>) {
    const { outcome } = await offered;
    // An answer that was lost on its way leaves open whether the question got there.
    if (outcome !== 'sent' && outcome !== 'unreachable') return;
    const back = await brain.call('gaps.take-back', { id: noted.id }).catch(unreachable);
    if (get().gapNoted !== undefined || !isStillShown(noted)) return;
    if (back.outcome === 'taken-back') tell('taken-back');
    else if (back.outcome === 'refused') tell('take-back-refused');
    // The event tells the hub when it can be reached again.
    else if (back.outcome === 'unreachable') tell('take-back-waits');
  }

  /** Read out instead of what a card had to say before. */
  const tell = (gapTold: GapTold | undefined) => set({ gapTold, lastStatus: undefined });

  return {
    noteGap() {
      const cue = cueRefOf(get());
      if (get().gapNoted !== undefined || cue.text === '') return;
      const noted = { id: randomId(), cue };
      // The pressed button is gone: the keyboard goes to Undo, which took its place.
      set({ gapNoted: noted, focus: { on: 'gap' } });
      tell(undefined);
      recordEvent(tools, cue, { kind: 'gap', cueText: cue.text });
      if (!isInTeam()) return;
      const { text, consoleId } = cue;
      void hear(noted, brain.call('gaps.offer', { id: noted.id, text, consoleId }));
    },
    undoGap() {
      const { gapNoted: noted } = get();
      if (noted === undefined) return;
      const offered = offer?.id === noted.id ? offer.told : undefined;
      set({ gapNoted: undefined, gapAsk: undefined, focus: { on: 'gap' } });
      tell('undone');
      const { text: cueText } = noted.cue;
      const sent = offered === undefined ? {} : { sentAs: noted.id };
      recordEvent(tools, noted.cue, { kind: 'gap-undone', cueText, ...sent });
      if (offered !== undefined) void takeBack(noted, offered);
    },
    sendGap() {
      const { gapAsk, gapNoted: noted } = get();
      if (gapAsk === undefined || noted === undefined) return;
      set({ gapAsk: undefined, focus: { on: 'gap' } });
      const { consoleId } = noted.cue;
      void hear(noted, brain.call('gaps.send', { ...gapAsk, consoleId }));
    },
    dismissGap: () => set({ gapAsk: undefined, focus: { on: 'gap' } }),
  };
}
