import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { runDue } from '../../../hub/services/schedule';
import type { Role } from '../../../lib/protocol/hub-sync';
import { origin } from '../../support/hub/faulty-link';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: [
    { id: 'hours', title: 'Opening hours', phrasings: ['when are you open'], answer: 'At nine.' },
  ],
});

let later = 0;
let hub: TestHub;
let boss: Machine;
let author: Machine;
beforeAll(async () => {
  hub = await makeTestHub(undefined, { now: () => Date.now() + later });
});
afterAll(() => hub?.close());

const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
async function joining(by: Machine, role: Role) {
  const at = await machineOf(hub);
  const { link } = await by.brain['team.invite']({ role });
  const name = role;
  await at.brain['team.join']({ link: link ?? '', name });
  return at;
}

/** A supervisor who shared a base, and an author who changed an answer of it. */
beforeEach(async () => {
  later = 0;
  boss = await machineOf(hub);
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  const secret = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${secret}`, name: 'Boss' });
  await boss.brain['team.share']({ base: 'shop' });
  author = await joining(boss, 'author');
  await author.edit('hours', 'At ten.');
  return async () => {
    for (const at of [author, boss]) await at.brain['team.leave'](null);
  };
});

const handIn = (at: Machine, more: object = {}) =>
  at.brain['review.hand-in']({
    base: 'shop',
    why: 'Winter',
    publishAt: null,
    expireAt: null,
    ...more,
  });
const list = async (at: Machine) =>
  (await at.brain['review.list']({ base: 'shop' }))?.proposals ?? expect.fail('No list');
const unpublished = async (at: Machine) =>
  (await at.brain['team.status'](null)).bases[0]?.unpublished;
async function decide(at: Machine, deed: 'approve' | 'refuse' | 'withdraw') {
  const [proposal] = await list(at);
  const decision =
    deed === 'approve'
      ? { deed, seen: 0, overwrite: false }
      : deed === 'refuse'
        ? { deed, word: 'Not yet' }
        : { deed };
  return at.brain['review.decide']({ base: 'shop', proposal: proposal?.id ?? '', decision });
}

describe('an author’s change', () => {
  it('is handed in, looked at, approved, and then no draft any more', async () => {
    expect(await unpublished(author)).toBe(1);
    expect(await handIn(author)).toMatchObject({ outcome: 'waiting' });
    expect(await unpublished(author)).toBe(0);
    expect(await boss.answer('hours')).toBe('At nine.');

    const [proposal] = await list(boss);
    expect(proposal).toMatchObject({ by: 'author', state: 'waiting', mayApprove: true });
    const diff = await boss.brain['review.diff']({ base: 'shop', proposal: proposal?.id ?? '' });
    expect(diff?.changes[0]).toMatchObject({
      title: 'Opening hours',
      fields: [{ field: 'answer', before: 'At nine.', after: 'At ten.' }],
    });
    expect(await decide(boss, 'approve')).toEqual({ outcome: 'published' });
    expect(await boss.answer('hours')).toBe('At ten.');
    await soon(async () => expect((await author.store.readTeam()).drafts).toEqual([]));
    expect(await author.answer('hours')).toBe('At ten.');
  });

  it('is theirs again when it is refused, with the word why', async () => {
    await handIn(author);
    expect(await decide(boss, 'refuse')).toEqual({ outcome: 'closed' });
    expect((await list(author))[0]).toMatchObject({ state: 'refused', word: 'Not yet' });
    expect(await unpublished(author)).toBe(1);
    expect(await author.answer('hours')).toBe('At ten.');
  });

  it('written again after it was handed in is a change of its own, and takes its place', async () => {
    await handIn(author);
    await author.edit('hours', 'At half past nine.');
    expect(await unpublished(author)).toBe(1);
    await handIn(author);
    const open = (await list(boss)).filter(({ state }) => state === 'waiting');
    expect(open).toHaveLength(1);
    await decide(boss, 'approve');
    expect(await boss.answer('hours')).toBe('At half past nine.');
  });

  it('is taken back by them', async () => {
    await handIn(author);
    expect(await decide(author, 'withdraw')).toEqual({ outcome: 'closed' });
    expect(await unpublished(author)).toBe(1);
  });

  it('stays theirs while the hub does not answer', async () => {
    author.cut(true);
    expect(await handIn(author)).toEqual({ outcome: 'unreachable' });
    expect(await unpublished(author)).toBe(1);
    expect(await author.brain['review.list']({ base: 'shop' })).toBeNull();
    author.cut(false);
  });
});

describe('a supervisor’s change at a time', () => {
  it('waits at the hub, and is published then without them', async () => {
    await boss.edit('hours', 'At eleven.');
    const publishAt = Date.now() + 3_600_000;
    expect(await handIn(boss, { publishAt })).toMatchObject({ outcome: 'scheduled' });
    expect(await unpublished(boss)).toBe(0);
    later = 3_700_000;
    await runDue(hub.hub);
    await soon(async () => {
      const published = await boss.store.readEntries('shop');
      expect(published[0]?.answer).toBe('At eleven.');
      expect((await boss.store.readTeam()).drafts).toEqual([]);
    });
  });
});

describe('a base that asks for review', () => {
  it('refuses what is published past it', async () => {
    expect(await boss.brain['review.ask-for']({ base: 'shop', approvals: 1 })).toEqual({
      done: true,
    });
    await boss.edit('hours', 'At eleven.');
    expect(await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false })).toEqual({
      outcome: 'refused',
    });
    expect(await handIn(boss)).toMatchObject({ outcome: 'waiting' });
    expect(await decide(boss, 'approve')).toEqual({ outcome: 'refused' });
  });
});
