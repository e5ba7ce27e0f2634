import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Params } from '../../../lib/protocol/brain-calls';
import type { Proposal } from '../../../lib/protocol/hub-review';
import type { Role } from '../../../lib/protocol/hub-sync';
import type { Proposed } from '../../../lib/protocol/review-calls';
import { noTeam } from '../../../lib/protocol/team-calls';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
});

const waiting: Proposal = {
  id: 'p1',
  by: 'Bo',
  isMine: false,
  at: Date.UTC(2026, 10, 22, 9),
  why: 'Winter hours',
  state: 'waiting',
  approvedBy: [],
  needed: 1,
  mayApprove: true,
  publishAt: null,
  expireAt: null,
  word: '',
  changes: 1,
};
const difference: Proposed = {
  version: 7,
  changes: [
    {
      id: 'hours',
      title: 'Opening hours',
      kind: 'changed',
      moved: false,
      fields: [{ field: 'answer', before: 'We open at nine.', after: 'We open at ten.' }],
    },
  ],
};

/** The Studio of somebody with this role in a team whose base is open. */
async function inTeam(
  role: Role,
  {
    proposals = [waiting],
    diff = difference,
    approvals = 0 as 0 | 1 | 2,
    unpublished = 0,
  }: {
    proposals?: Proposal[];
    diff?: Proposed;
    approvals?: 0 | 1 | 2;
    unpublished?: number;
  } = {},
) {
  const shown = await renderStudio([fileEntry('hours')]);
  studio = shown;
  const decided: Params<'review.decide'>['decision'][] = [];
  const handedIn: Params<'review.hand-in'>[] = [];
  const published: Params<'team.publish'>[] = [];
  const team = {
    ...noTeam,
    state: 'synced' as const,
    organisation: 'Shop',
    role,
    bases: [{ kb: 'mine', role, unpublished }],
  };
  shown.answer('team.status', () => team);
  shown.answer('team.changes', () => ({ changes: [], panels: { current: 1, total: 2 } }));
  shown.answer('review.list', () => ({ approvals, proposals }));
  shown.answer('review.diff', () => diff);
  shown.answer('review.decide', ({ decision }) => {
    decided.push(decision);
    return { outcome: 'published' };
  });
  shown.answer('review.hand-in', (params) => {
    handedIn.push(params);
    return { outcome: 'waiting', id: 'p2' };
  });
  shown.answer('team.publish', (params) => {
    published.push(params);
    return { outcome: 'published' };
  });
  await act(async () => shown.studio.team.actions.look());
  await shown.settle();
  await shown.settle();
  return { ...shown, decided, handedIn, published };
}

describe('the review of a team’s changes', () => {
  it('shows what differs, word by word, before anybody can approve it', async () => {
    const { button, click, root, decided } = await inTeam('supervisor');
    await click(button('Review: 1 waits'));
    expect(root.textContent).toContain('Winter hours');
    expect(() => button('Approve')).toThrow();
    await click(button('Look at it'));
    expect([...root.querySelectorAll('del')].map((each) => each.textContent)).toEqual([
      ' removed: nine',
    ]);
    expect([...root.querySelectorAll('ins')].map((each) => each.textContent)).toEqual([
      ' added: ten',
    ]);
    await click(button('Approve'));
    expect(decided).toEqual([{ deed: 'approve', seen: 7, overwrite: false }]);
  });

  it('shows as decided what an older answer still tells as waiting', async () => {
    const { answer, brain, settle, button } = await inTeam('supervisor');
    const before = await brain.call('review.list', { base: 'mine' });
    const late = Promise.withResolvers<typeof before>();
    answer('review.list', () => late.promise);
    await act(async () => void window.dispatchEvent(new Event('focus')));
    answer('review.list', () => ({ approvals: 0, proposals: [] }));
    await act(async () => void window.dispatchEvent(new Event('focus')));
    await settle();
    expect(() => button('Review: 1 waits')).toThrow();
    late.resolve(before);
    await settle();
    expect(() => button('Review: 1 waits')).toThrow();
  });

  it('refuses only with a word', async () => {
    const { button, field, click, type, decided } = await inTeam('supervisor');
    await click(button('Review: 1 waits'));
    await click(button('Look at it'));
    expect(button('Refuse').disabled).toBe(true);
    await type(field('If you refuse'), 'Which winter?');
    await click(button('Refuse'));
    expect(decided).toEqual([{ deed: 'refuse', word: 'Which winter?' }]);
  });

  it('says that others changed the same, and what approving does to theirs', async () => {
    const diff = { ...difference, changes: difference.changes.map((c) => ({ ...c, moved: true })) };
    const { button, click, root, decided } = await inTeam('supervisor', { diff });
    await click(button('Review: 1 waits'));
    await click(button('Look at it'));
    expect(root.textContent).toContain('Others changed this after it was written');
    await click(button('Approve over theirs'));
    expect(decided).toEqual([{ deed: 'approve', seen: 7, overwrite: true }]);
  });

  it('tells a base’s places in the words in which they are chosen', async () => {
    const fields = [
      { field: 'scope' as const, before: 'shared', after: 'exclusive' },
      { field: 'routes' as const, before: '', after: 'lounge.example' },
    ];
    const base = { id: '*', title: 'Shop', kind: 'base' as const, moved: false, fields };
    const { button, click, root } = await inTeam('supervisor', {
      diff: { version: 7, changes: [base] },
    });
    await click(button('Review: 1 waits'));
    await click(button('Look at it'));
    const told = root.querySelector('[data-change="base"]')?.textContent;
    expect(told).toContain('Where it answers');
    expect(told).toContain('Only where I say');
    expect(told).not.toContain('exclusive');
    expect(told).toContain('Places added: lounge.example');
  });

  it('lets an author take theirs back, and not approve', async () => {
    const proposals = [{ ...waiting, isMine: true, mayApprove: false }];
    const { button, click, decided } = await inTeam('author', { proposals });
    await click(button('Review: 1 waits'));
    await click(button('Look at it'));
    expect(() => button('Approve')).toThrow();
    await click(button('Take back'));
    expect(decided).toEqual([{ deed: 'withdraw' }]);
  });
});

describe('the publish bar', () => {
  it('counts anew when the person comes back to the page, and when a dialog closes', async () => {
    const { answer, button, click, settle } = await inTeam('supervisor');
    button('Review: 1 waits');
    const [one, two] = [waiting, { ...waiting, id: 'p2' }];
    answer('review.list', () => ({ approvals: 0, proposals: [one, two] }));
    await act(async () => window.dispatchEvent(new Event('focus')));
    await settle();
    await click(button('Review: 2 wait'));
    answer('review.list', () => ({ approvals: 0, proposals: [] }));
    await click(button('Close'));
    expect(button('Review').textContent).toBe('Review');
  });

  it('asks nothing anew while a copy catches up, and at once when the person has another role', async () => {
    const { answer, brain, settle, studio: store } = await inTeam('supervisor');
    const team = await brain.call('team.status', null);
    let asked = 0;
    answer('review.list', () => {
      asked++;
      return { approvals: 0, proposals: [] };
    });
    const become = async (change: Partial<typeof team>) => {
      answer('team.status', () => ({ ...team, ...change }));
      await act(async () => store.team.actions.look());
      await settle();
    };
    await become({ state: 'catching-up', since: 1 });
    await become({ state: 'synced', since: 2 });
    expect(asked).toBe(0);
    await become({ state: 'synced', role: 'admin' });
    expect(asked).toBe(1);
  });

  it('says nothing of a base that was said of another', async () => {
    const { studio, button, field, type, submit, root, settle } = await inTeam('author', {
      unpublished: 1,
    });
    await type(field('Why'), 'Winter');
    await submit(field('Why'));
    expect(root.textContent).toContain('Handed in.');
    expect(button('Hand in for review').type).toBe('submit');
    await act(async () => studio.actions.chooseBase('small-talk-en'));
    await act(async () => studio.actions.chooseBase('mine'));
    await settle();
    expect(root.textContent).not.toContain('Handed in.');
  });

  it('hands in where somebody else must look at it first', async () => {
    const { button, field, type, submit, handedIn, root } = await inTeam('author', {
      unpublished: 1,
    });
    expect(button('Hand in for review').type).toBe('submit');
    await type(field('Why'), 'Winter');
    await submit(field('Why'));
    expect(handedIn).toEqual([{ base: 'mine', why: 'Winter', publishAt: null, expireAt: null }]);
    expect(root.textContent).toContain('Handed in. It is listed under Review.');
  });

  it('asks for review of a supervisor’s changes where the base does', async () => {
    const { button } = await inTeam('supervisor', { unpublished: 1, approvals: 1 });
    expect(button('Hand in for review').type).toBe('submit');
  });

  it('publishes at a time, until a time, and at no time that is over', async () => {
    const { button, field, click, type, submit, handedIn, published, root } = await inTeam(
      'supervisor',
      { unpublished: 1 },
    );
    await click(button('Set a time'));
    await type(field('From'), '2020-01-01T09:00');
    await submit(field('Why'));
    expect(root.textContent).toContain('The end must come after the beginning');
    expect(handedIn).toEqual([]);
    await type(field('From'), '2095-01-01T09:00');
    await type(field('until'), '2095-01-02T09:00');
    await submit(field('Why'));
    expect(handedIn).toEqual([
      {
        base: 'mine',
        why: '',
        publishAt: new Date('2095-01-01T09:00').getTime(),
        expireAt: new Date('2095-01-02T09:00').getTime(),
      },
    ]);
    expect(published).toEqual([]);
  });
});
