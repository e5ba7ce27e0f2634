import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { GapOffered, GapTakenBack } from '../../../lib/protocol/gap-calls';
import { noTeam } from '../../../lib/protocol/team-calls';
import { conversation, customer } from '../../unit/faces/support/samples';
import { settled } from '../../unit/faces/support/set-up-panel';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;
afterEach(async () => {
  await panel?.unmount();
});

/** A panel that nothing fits, whose brain answers so when a question is offered to the team. */
async function asking(
  offered: GapOffered | Promise<GapOffered>,
  isInTeam = true,
  takenBack: GapTakenBack['outcome'] = 'taken-back',
) {
  const shown = await renderPanel((brain) => {
    brain.answers['team.status'] = async () =>
      isInTeam ? { ...noTeam, state: 'synced' as const } : noTeam;
    brain.answers['gaps.offer'] = async () => offered;
    brain.answers['gaps.send'] = async () => ({ outcome: 'sent' });
    brain.answers['gaps.take-back'] = async () => ({ outcome: takenBack });
  });
  panel = shown;
  await shown.show(conversation('c1', [customer('m1', 'Call me on 13812345678')]));
  await act(settled);
  const calls = (name: string) =>
    shown.brain.calls.filter((call) => call.name === name).map(({ params }) => params);
  return { ...shown, calls };
}
const ask: GapOffered = { outcome: 'ask', text: 'Call me on ‹phone›' };

describe('“ask the team”', () => {
  it('shows the text as it would go, and sends just that when the agent says so', async () => {
    const { root, button, click, calls } = await asking(ask);
    await click(button('Ask the team'));
    await act(settled);
    expect(root.querySelector('blockquote')?.textContent).toBe('Call me on ‹phone›');
    expect(calls('gaps.send')).toEqual([]);
    await click(button('Send'));
    await act(settled);
    expect(calls('gaps.send')).toMatchObject([{ text: 'Call me on ‹phone›', consoleId: 'demo' }]);
    expect(root.textContent).toContain('Sent to your team');
  });

  it('sends nothing when the agent says no', async () => {
    const { root, button, click, calls } = await asking(ask);
    await click(button('Ask the team'));
    await act(settled);
    await click(button('Don’t send'));
    expect(root.querySelector('blockquote')).toBeNull();
    expect(calls('gaps.send')).toEqual([]);
  });

  it('asks nothing under the question of the next customer', async () => {
    let answer: (offered: GapOffered) => void = () => {};
    const offered = new Promise<GapOffered>((resolve) => {
      answer = resolve;
    });
    const { root, button, click, show } = await asking(offered);
    await click(button('Ask the team'));
    await show(conversation('c2', [customer('m9', 'Hello?')]));
    answer(ask);
    await act(settled);
    expect(root.querySelector('blockquote')).toBeNull();
  });

  it('says so where the team gets it without asking, and where the hub does not answer', async () => {
    const first = await asking({ outcome: 'sent' });
    await first.click(first.button('Ask the team'));
    await act(settled);
    expect(first.root.textContent).toContain('Sent to your team');
    await first.unmount();
    const second = await asking({ outcome: 'unreachable' });
    await second.click(second.button('Ask the team'));
    await act(settled);
    expect(second.root.textContent).toContain('stays noted on this machine');
  });

  it('is no more than a note where there is no team', async () => {
    const { brain, button, click, calls } = await asking(ask, false);
    await click(button('Note as unanswered'));
    expect(calls('gaps.offer')).toEqual([]);
    expect(brain.kinds()).toContain('gap');
  });
});

describe('“none of these” taken back', () => {
  const said = (root: HTMLElement) => root.querySelector('[aria-live]')?.textContent;

  it('is one key away: Undo has the focus, and then what was pressed first has it', async () => {
    const { root, button, click, brain } = await asking(ask, false);
    await click(button('Note as unanswered'));
    expect(document.activeElement).toBe(button('Undo'));
    expect(root.textContent).toContain('Noted as unanswered');
    expect(said(root)).toBe('Noted as unanswered');
    await click(button('Undo'));
    expect(document.activeElement).toBe(button('Note as unanswered'));
    expect(root.textContent).not.toContain('✓ Noted');
    expect(said(root)).toBe('No longer noted as unanswered');
    expect(brain.kinds().slice(-2)).toEqual(['gap', 'gap-undone']);
    expect(brain.calls.map(({ name }) => name)).not.toContain('gaps.take-back');
  });

  it.each([
    ['taken-back', 'Taken back from your team'],
    ['unreachable', 'Your team’s copy goes as soon as it does'],
    ['refused', 'Your team still sees the question'],
  ] as const)(
    'is taken back from the team too, and what became of it told: %s',
    async (outcome, words) => {
      const { root, button, click, calls, brain } = await asking(
        { outcome: 'sent' },
        true,
        outcome,
      );
      await click(button('Ask the team'));
      await act(settled);
      await click(button('Undo'));
      await act(settled);
      const [sent] = calls('gaps.offer') as { id: string }[];
      expect(calls('gaps.take-back')).toEqual([{ id: sent?.id }]);
      expect(brain.events().at(-1)?.event).toMatchObject({ kind: 'gap-undone', sentAs: sent?.id });
      expect(root.querySelector('[data-gap]')?.textContent).toContain(words);
      expect(said(root)).toContain(words);
      // Noted again it is sent anew, under another name.
      await click(button('Ask the team'));
      await act(settled);
      expect(root.textContent).toContain('Sent to your team');
      expect(new Set((calls('gaps.offer') as { id: string }[]).map(({ id }) => id)).size).toBe(2);
    },
  );

  it('asks nothing of the hub where nothing was sent, and puts the question to send away', async () => {
    const { root, button, click, calls } = await asking(ask);
    await click(button('Ask the team'));
    await act(settled);
    expect(said(root)).toContain('Send this to your team?');
    await click(button('Undo'));
    await act(settled);
    expect(root.querySelector('blockquote')).toBeNull();
    expect(calls('gaps.take-back')).toEqual([]);
  });

  it('before the hub has answered waits for it, and is taken back all the same', async () => {
    let answer: (offered: GapOffered) => void = () => {};
    const offered = new Promise<GapOffered>((resolve) => {
      answer = resolve;
    });
    const { root, button, click, calls } = await asking(offered);
    await click(button('Ask the team'));
    await click(button('Undo'));
    expect(calls('gaps.take-back')).toEqual([]);
    answer({ outcome: 'sent' });
    await act(settled);
    expect(calls('gaps.take-back')).toHaveLength(1);
    expect(root.textContent).not.toContain('Sent to your team');
    expect(root.textContent).toContain('Taken back from your team');
  });

  it('is not taken back by a double click, whose second may land on Undo', async () => {
    const { button, brain } = await asking(ask, false);
    const press = (words: string, detail: number) =>
      act(async () => {
        button(words).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
      });
    await press('Note as unanswered', 1);
    await press('Undo', 2);
    expect(brain.kinds().at(-1)).toBe('gap');
    await press('Undo', 1);
    expect(brain.kinds().at(-1)).toBe('gap-undone');
  });

  it('keeps the keyboard on Undo while the answers are looked for again', async () => {
    const { button, click, brain } = await asking(ask, false);
    await click(button('Note as unanswered'));
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    brain.answers['cue.rank'] = async ({ cueId }) => {
      await waiting;
      return brain.rankFor(cueId);
    };
    await act(async () => brain.tell({ news: 'knowledge.changed', bases: brain.bases }));
    expect(document.activeElement).toBe(button('Undo'));
    answer();
    await act(settled);
    expect(document.activeElement).toBe(button('Undo'));
  });

  it('keeps the keyboard where it was when the question is not sent', async () => {
    const { button, click } = await asking(ask);
    await click(button('Ask the team'));
    await act(settled);
    await click(button('Don’t send'));
    expect(document.activeElement).toBe(button('Undo'));
  });
});
