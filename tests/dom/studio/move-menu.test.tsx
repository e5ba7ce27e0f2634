import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Params, ResultOf } from '../../../lib/protocol/brain-calls';
import type { Role } from '../../../lib/protocol/hub-sync';
import { noTeam } from '../../../lib/protocol/team-calls';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
});

/** An answer is open, and the team has a second base, for one site only. */
async function openAnswer(
  role: Role,
  outcome: ResultOf<'team.move'>['outcome'] = 'moved',
  roleThere = role,
) {
  const shown = await renderStudio([fileEntry('hours')]);
  studio = shown;
  const there = {
    format: 'cuecard/1',
    base: { id: 'lounge', name: 'Lounge', language: 'en', scope: 'exclusive' },
    entries: [fileEntry('hours', { title: 'Lounge hours' })],
  };
  const content = JSON.stringify(there);
  await shown.brain.call('knowledge.import', { fileName: 'lounge.json', content });
  const moves: Params<'team.move'>[] = [];
  const bases = [
    { kb: 'mine', role, unpublished: 0 },
    { kb: 'lounge', role: roleThere, unpublished: 0 },
  ];
  shown.answer('team.status', () => ({
    ...noTeam,
    ...{ state: 'synced' as const, organisation: 'Shop', role, bases },
  }));
  shown.answer('team.changes', () => ({ changes: [], panels: null }));
  shown.answer('review.list', () => null);
  shown.answer('team.move', (move) => {
    moves.push(move);
    return { outcome };
  });
  await act(async () => shown.studio.team.actions.look());
  await act(async () => shown.studio.actions.openEntry({ base: 'mine', id: 'hours' }));
  await shown.settle();
  return { ...shown, moves };
}

describe('moving an answer to another base of the team', () => {
  it.each([
    ['Move to Lounge', 'move', 'Moved to Lounge.'],
    ['Copy to Lounge', 'copy', 'Copied to Lounge.'],
    ['Another text in Lounge', 'override', 'stands in place of the other there'],
  ] as const)('“%s” does so, says so, and goes on there', async (words, how, told) => {
    const { studio, root, button, click, moves, settle } = await openAnswer('supervisor');
    await click(button('Move or copy to another base'));
    await click(button(words));
    await settle();
    expect(moves).toEqual([{ base: 'mine', to: 'lounge', ids: ['hours'], how }]);
    expect(root.querySelector('[data-outcome="team"]')?.textContent).toContain(told);
    expect(studio.getState().base).toBe('lounge');
    expect(root.querySelector<HTMLTextAreaElement>('#studio-title')?.value).toBe('Lounge hours');
  });

  it.each([
    ['conflict', 'Another answer is in its place there'],
    ['refused', 'You need to be a supervisor of both bases'],
    ['asks-review', 'One of the two bases asks for review'],
    ['unreachable', 'The hub does not answer. Nothing was moved.'],
  ] as const)('stays and says why where it cannot be: %s', async (outcome, told) => {
    const { studio, root, button, click } = await openAnswer('supervisor', outcome);
    await click(button('Move or copy to another base'));
    await click(button('Move to Lounge'));
    expect(root.querySelector('[role="alert"]')?.textContent).toContain(told);
    expect(studio.getState().base).toBe('mine');
  });

  it('is offered only to who publishes in both', async () => {
    const { button } = await openAnswer('author');
    expect(() => button('Move or copy')).toThrow();
    await studio?.unmount();
    const other = await openAnswer('supervisor', 'moved', 'author');
    expect(() => other.button('Move or copy')).toThrow();
  });
});
