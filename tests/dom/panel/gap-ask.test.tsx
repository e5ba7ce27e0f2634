import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { GapOffered } from '../../../lib/protocol/gap-calls';
import { noTeam } from '../../../lib/protocol/team-calls';
import { conversation, customer } from '../../unit/faces/support/samples';
import { settled } from '../../unit/faces/support/set-up-panel';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;
afterEach(async () => {
  await panel?.unmount();
});

/** A panel that nothing fits, whose brain answers so when a question is offered to the team. */
async function asking(offered: GapOffered | Promise<GapOffered>, isInTeam = true) {
  const shown = await renderPanel((brain) => {
    brain.answers['team.status'] = async () =>
      isInTeam ? { ...noTeam, state: 'synced' as const } : noTeam;
    brain.answers['gaps.offer'] = async () => offered;
    brain.answers['gaps.send'] = async () => ({ outcome: 'sent' });
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
