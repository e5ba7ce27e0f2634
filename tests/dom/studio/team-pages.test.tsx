import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sumEvents } from '../../../hub/services/event-sums';
import { foundOrganisation } from '../../../hub/services/invites';
import type { Role } from '../../../lib/protocol/hub-sync';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';
import { noon } from '../../unit/faces/support/samples';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';
import { settleUntil } from './support/settle-until';

let hub: TestHub;
let studio: RenderedStudio | undefined;
let isCut = false;
/** The hub's answers to this path come late: each calls in, and waits for what it gets. */
let late: { readonly path: string; readonly wait: () => Promise<void> } | undefined;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());
afterEach(async () => {
  // The hub would keep its last administrator.
  isCut = true;
  await studio?.brain.call('team.leave', null);
  isCut = false;
  await studio?.unmount();
  studio = undefined;
});

const link = () => {
  const straight = straightLink(hub);
  return {
    ...straight,
    async ask(request: Parameters<typeof straight.ask>[0]) {
      if (isCut) throw new TypeError('Nothing answers');
      const answer = await straight.ask(request);
      if (late !== undefined && request.url.endsWith(late.path)) await late.wait();
      return answer;
    },
  };
};

/** The Studio of somebody who founded a team, and shared a base with it unless told otherwise. */
async function founder(name = 'Ana', isShared = true): Promise<RenderedStudio> {
  const entries = [
    fileEntry('hours', { title: 'Opening hours', answer: 'We open at nine.' }),
    fileEntry('refund', { title: 'Refund' }),
  ];
  const mine = await renderStudio(entries, link());
  studio = mine;
  const invite = await foundOrganisation(hub.hub, 'Our team');
  await mine.brain.call('team.join', { link: `${origin}/join#${invite}`, name });
  if (isShared) await mine.brain.call('team.share', { base: 'mine' });
  await mine.settle();
  return mine;
}

const token = async ({ kept }: RenderedStudio) => (await kept.readTeam()).membership?.token ?? '';
/** Somebody more in the team, on a machine elsewhere. */
async function colleague(by: RenderedStudio, name: string, role: Role): Promise<string> {
  const made = await hub.ask('POST', '/v1/invites', await token(by), { role, kb: '*' });
  const { invite } = made.json<{ invite: string }>();
  const joined = await hub.ask('POST', '/v1/join', undefined, { invite, name, eventsFrom: 0 });
  return joined.json<{ token: string }>().token;
}
async function publish({ brain }: RenderedStudio, answer: string, why = ''): Promise<void> {
  const { entry } = await brain.call('studio.entry', { base: 'mine', id: 'hours' });
  if (entry === null) throw new Error('There is no such entry');
  const { links: _, updatedAt, ...draft } = entry;
  await brain.call('studio.save', { entry: { ...draft, answer }, basedOn: updatedAt });
  const done = await brain.call('team.publish', { base: 'mine', why, overwrite: false });
  expect(done.outcome).toBe('published');
}
const rows = (selector: string) => [
  ...(studio?.root.querySelectorAll<HTMLElement>(selector) ?? []),
];
const soon = (check: () => void) => settleUntil(studio, check);

describe('the history of a team’s base', () => {
  it('is not there without a team', async () => {
    studio = await renderStudio([fileEntry('hours')]);
    expect(studio.root.querySelector('nav')?.textContent).not.toContain('History');
  });

  it('says what was published, when, by whom, why and what changed, word by word', async () => {
    const { button, click } = await founder();
    await publish(await mustHave(), 'We open at ten.', 'New hours');
    await click(button('History'));
    await soon(() => expect(rows('[data-revision]').length).toBe(2));
    const [newest, first] = rows('[data-revision]');
    expect(newest?.textContent).toContain('Revision 2');
    expect(newest?.textContent).toContain('by Ana · now');
    expect(newest?.textContent).toContain('New hours');
    expect(newest?.textContent).toContain('1 changed');
    expect(newest?.querySelector('[data-on]')?.textContent).toBe('On 1 of 1 panels');
    expect(first?.textContent).toContain('2 new');
    await click(button('What changed: Revision 2'));
    await soon(() => expect(rows('[data-change]').length).toBe(1));
    expect(rows('[data-change] dt').map((one) => one.textContent)).toEqual(['Answer']);
    expect(rows('del')[0]?.textContent).toBe(' removed: nine');
    expect(rows('ins')[0]?.textContent).toBe(' added: ten');
  });

  it('is gone back in after one question, as a new revision that is undone the same way', async () => {
    const mine = await founder();
    const { brain, button, click, field, type } = mine;
    const answer = async () =>
      (await brain.call('studio.entry', { base: 'mine', id: 'hours' })).entry?.answer;
    await publish(mine, 'We open at ten.');
    await click(button('History'));
    await soon(() => button('Roll back to here: Revision 1'));
    await click(button('Roll back to here: Revision 1'));
    await soon(() => expect(rows('dialog [data-counts]')[0]?.textContent).toBe('1 changed'));
    expect(rows('dialog del')[0]?.textContent).toContain('ten');
    await type(field('Why (for the history)'), 'Too soon');
    expect(await answer()).toBe('We open at ten.');
    await click(button('Roll back'));
    await soon(() => expect(rows('dialog').length).toBe(0));
    expect(await answer()).toBe('We open at nine.');
    await soon(() => expect(mine.said()).toContain('Rolled back to revision 1.'));
    await soon(() => expect(rows('[data-revision]').length).toBe(3));
    expect(rows('[data-revision]')[0]?.textContent).toContain('Back to revision 1Too soon');

    await click(button('Roll back to here: Revision 2'));
    await soon(() => expect(rows('dialog [data-counts]').length).toBe(1));
    await click(button('Roll back'));
    await soon(() => expect(rows('dialog').length).toBe(0));
    expect(await answer()).toBe('We open at ten.');
  });

  it('goes back over nothing that was not looked at', async () => {
    const mine = await founder();
    const { button, click } = mine;
    await publish(mine, 'We open at ten.');
    await click(button('History'));
    await soon(() => button('Roll back to here: Revision 1'));
    await click(button('Roll back to here: Revision 1'));
    await soon(() => expect(rows('dialog [data-counts]').length).toBe(1));
    await publish(mine, 'We open at eleven.');
    await click(button('Roll back'));
    await soon(() =>
      expect(rows('dialog')[0]?.textContent).toContain('Somebody published meanwhile'),
    );
  });

  it('stays on screen when the hub is lost, and says so', async () => {
    const { button, click, root } = await founder();
    await click(button('History'));
    await soon(() => expect(rows('[data-revision]').length).toBe(1));
    isCut = true;
    await soon(() => expect(root.textContent).toContain('This is how it stood.'));
    expect(rows('[data-revision]').length).toBe(1);
    await click(button('Mine'));
    await click(button('History'));
    await soon(() => expect(root.textContent).toContain('the hub does not answer'));
    isCut = false;
    await click(button('Try again'));
    await soon(() => expect(rows('[data-revision]').length).toBe(1));
  });

  it('of which nothing was shared says so', async () => {
    const { button, click, root } = await founder('Ana', false);
    await click(button('History'));
    await soon(() => expect(root.textContent).toContain('Nothing was published yet'));
  });
});

describe('the figures of a team', () => {
  const dayMs = 86_400_000;
  const today = Math.floor(Date.now() / dayMs);
  const pick = (seq: number, kind: string, daysAgo: number) => ({
    seq,
    at: (today - daysAgo) * dayMs,
    kind,
    entries: [{ base: 'mine', id: 'hours' }],
    consoleId: 'desk',
  });

  it('stand there day by day and as a sum, over as many days as are asked for', async () => {
    const mine = await founder();
    const { button, click, root } = mine;
    await click(button('Figures'));
    await soon(() => expect(root.textContent).toContain('Nothing was counted yet'));
    const agent = await colleague(mine, 'Bo', 'agent');
    const events = [
      ...[1, 2, 3].map((seq) => pick(seq, 'inserted', 0)),
      pick(4, 'edited', 2),
      pick(5, 'rejected', 40),
    ];
    await hub.ask('POST', '/v1/events', agent, { from: 0, upTo: 5, events });
    await sumEvents(hub.hub);
    const total = (kind: string) => rows(`[data-total="${kind}"] dd`)[0]?.textContent;
    await click(button('30 days'));
    await soon(() => expect(total('picks')).toBe('4'));
    expect(rows('[data-total]').map((one) => one.textContent)).toEqual([
      'Picks4',
      'Edited first1',
      'Not this0',
      'No answer0',
    ]);
    const on = (daysAgo: number) =>
      rows(`[data-day="${today - daysAgo}"] td`).map((cell) => cell.textContent);
    expect([0, 1, 2, 3].map((daysAgo) => on(daysAgo).join(' '))).toEqual([
      '3 0 0 0',
      '0 0 0 0',
      '1 1 0 0',
      '0 0 0 0',
    ]);
    expect(rows('[data-day]')).toHaveLength(30);
    expect(root.textContent).not.toContain('Counted since');
    await click(button('90 days'));
    await soon(() => expect(total('rejections')).toBe('1'));
    expect(root.textContent).toContain('Counted since');
    expect(rows('[data-day]')).toHaveLength(31);
    await click(button('Show more'));
    expect(rows('[data-day]').at(-1)?.dataset.day).toBe(String(today - 40));
    isCut = true;
    await click(button('A year'));
    await soon(() => expect(root.textContent).toContain('The figures are on the hub, and'));
    isCut = false;
    await click(button('Try again'));
    await soon(() => expect(total('picks')).toBe('4'));
  });

  it('are for supervisors: nobody else is shown the way to them, nor told them', async () => {
    const mine = await founder();
    const author = await colleague(mine, 'Bo', 'author');
    expect((await hub.ask('GET', '/v1/figures?days=7', author)).status).toBe(403);
    const made = await hub.ask('POST', '/v1/invites', await token(mine), {
      role: 'author',
      kb: '*',
    });
    const { invite } = made.json<{ invite: string }>();
    await mine.brain.call('team.leave', null);
    await mine.brain.call('team.join', { link: `${origin}/join#${invite}`, name: 'Cy' });
    await soon(() => expect(mine.root.querySelector('nav')?.textContent).toContain('History'));
    expect(mine.root.querySelector('nav')?.textContent).not.toContain('Figures');
  });
});

describe('the team’s page', () => {
  it('shows who is in it, and changes what somebody may do', async () => {
    const mine = await founder();
    const bo = await colleague(mine, 'Bo', 'agent');
    const { button, click, type, field } = mine;
    await click(button('Team'));
    await soon(() => expect(rows('[data-person]').length).toBe(2));
    expect(rows('[data-person="Ana"]')[0]?.textContent).toContain('AdministratorHere now');
    const his = rows('[data-person="Bo"]')[0];
    expect(his?.textContent).toContain('AgentNot seen yet');
    const role = his?.querySelector('select');
    if (!role) expect.fail('There is no choice of a role');
    await type(role, 'supervisor');
    await soon(() => expect(rows('[data-person="Bo"]')[0]?.textContent).toMatch(/^Bo Supervisor/));
    await soon(() => expect(mine.said()).toContain('Bo is now: Supervisor (All bases).'));
    expect((await hub.ask('GET', '/v1/audit', bo)).status).toBe(200);
    expect(rows('[data-deed="changed role"]')[0]?.textContent).toContain(
      'Ana made Bo: Supervisor, All bases',
    );
    expect(field('Role in Mine')).toBeDefined();
  });

  it('makes an invite, shows its link once, and takes it back', async () => {
    const mine = await founder();
    const { button, click, field, submit, root } = mine;
    await click(button('Team'));
    await soon(() => button('Make a link'));
    await submit(field('As'));
    await soon(() => expect(rows('[data-invite]').length).toBe(1));
    const shown = field('Invite link').value;
    expect(shown).toMatch(/\/join#[0-9a-f]{64}$/);
    expect(root.textContent).toContain('Shown only now. It works once, until');
    await click(button('History'));
    await click(button('Team'));
    await soon(() => expect(rows('[data-invite]').length).toBe(1));
    expect(root.innerHTML).not.toContain(shown.split('#')[1]);
    await click(button('Take back: Agent'));
    await soon(() => expect(rows('[data-invite]').length).toBe(0));
    const invite = shown.split('#')[1];
    const join = { invite, name: 'Eve', eventsFrom: 0 };
    expect((await hub.ask('POST', '/v1/join', undefined, join)).status).toBe(410);
  });

  it('lets an administrator change the team’s name, which all pages then say', async () => {
    const mine = await founder();
    const { button, click, field, type, root } = mine;
    await click(button('Team'));
    await soon(() => field('Name of the team'));
    await type(field('Name of the team'), 'Cloud Shop');
    await click(button('Rename'));
    await soon(() => expect(mine.said()).toContain('The team is called Cloud Shop now.'));
    await soon(() => expect(root.querySelector('nav')?.textContent).toContain('Cloud Shop'));
    await soon(() =>
      expect(rows('[data-deed="renamed team"]')[0]?.textContent).toContain('Cloud Shop'),
    );
    expect((await mine.brain.call('team.status', null)).organisation).toBe('Cloud Shop');
  });

  it('asks once, and then a device or a person is out', async () => {
    const mine = await founder();
    const bo = await colleague(mine, 'Bo', 'agent');
    const cy = await colleague(mine, 'Cy', 'agent');
    const { button, click } = mine;
    await click(button('Team'));
    await soon(() => expect(rows('[data-person]').length).toBe(3));
    await click(button('Take access away: Bo'));
    await click(button('Cancel'));
    expect((await hub.ask('GET', '/v1/sync', bo)).status).toBe(200);
    await click(button('Take access away: Bo'));
    await click(within('dialog', 'Take access away'));
    await soon(() => expect(mine.said()).toContain('A device of Bo has no access any more.'));
    expect((await hub.ask('GET', '/v1/sync', bo)).status).toBe(401);
    await click(button('Remove from the team: Cy'));
    await click(within('dialog', 'Remove from the team'));
    await soon(() => expect(rows('[data-person]').length).toBe(2));
    expect((await hub.ask('GET', '/v1/sync', cy)).status).toBe(401);
    await soon(() => expect(rows('[data-deed="removed"]').length).toBe(1));
  });

  it('tells what was done as soon as the hub tells it, and keeps what it told before', async () => {
    const mine = await founder();
    await colleague(mine, 'Bo', 'agent');
    const { button, click } = mine;
    await click(button('Team'));
    await soon(() => expect(rows('[data-deed="joined"]').length).toBe(2));
    const answerAgain = mine.fail('team.audit');
    await click(button('Take access away: Bo'));
    await click(within('dialog', 'Take access away'));
    await soon(() =>
      expect(rows('[data-person="Bo"]')[0]?.textContent).toContain('Access taken away'),
    );
    expect(rows('[data-deed="joined"]').length).toBe(2);
    answerAgain();
    window.dispatchEvent(new Event('focus'));
    await soon(() => expect(rows('[data-deed="revoked"]').length).toBe(1));
    expect(rows('[data-deed]')[0]?.dataset.deed).toBe('revoked');
  });

  it('keeps to what was just done, though an older answer comes later', async () => {
    const mine = await founder();
    await colleague(mine, 'Bo', 'agent');
    const { button, click } = mine;
    await click(button('Team'));
    await soon(() => button('Take access away: Bo'));
    const goOn: (() => void)[] = [];
    late = {
      path: '/v1/invites',
      wait: () => new Promise<void>((resolve) => goOn.push(resolve)),
    };
    window.dispatchEvent(new Event('focus'));
    await soon(() => expect(goOn.length).toBeGreaterThan(0));
    late = undefined;
    await click(button('Take access away: Bo'));
    await click(within('dialog', 'Take access away'));
    const bo = () => rows('[data-person="Bo"]')[0]?.textContent;
    await soon(() => expect(bo()).toContain('Access taken away'));
    for (const each of goOn) each();
    await mine.settle();
    await mine.settle();
    expect(bo()).toContain('Access taken away');
  });

  it('never lets the last administrator go', async () => {
    const mine = await founder();
    const { button, click, root } = mine;
    await click(button('Team'));
    await soon(() => button('Remove from the team: Ana'));
    await click(button('Remove from the team: Ana'));
    await click(within('dialog', 'Remove from the team'));
    await soon(() => expect(root.textContent).toContain('Somebody must stay an administrator.'));
    await click(button('Cancel'));
    expect(rows('[data-person]').length).toBe(1);
  });

  it('shows an agent who is there, and why they cannot change it; a new role is told at once', async () => {
    const boss = await hub.found();
    const made = await hub.ask('POST', '/v1/invites', boss, { role: 'agent', kb: '*' });
    const { invite } = made.json<{ invite: string }>();
    const mine = await renderStudio([fileEntry('hours')], link());
    studio = mine;
    await mine.brain.call('team.join', { link: `${origin}/join#${invite}`, name: 'Bo' });
    const { button, click, root, settle } = mine;
    await settle();
    await click(button('Team'));
    await soon(() => expect(rows('[data-person]').length).toBe(2));
    expect(root.textContent).toContain('Supervisors and administrators can invite people');
    expect(rows('main details, main form').length).toBe(0);

    const people = (await hub.ask('GET', '/v1/people', boss)).json<{
      people: { id: string; name: string; devices: { id: string }[] }[];
    }>().people;
    const bo = people.find(({ name }) => name === 'Bo');
    await hub.ask('POST', `/v1/people/${bo?.id}/role`, boss, { kb: '*', role: 'supervisor' });
    await soon(() =>
      expect(rows('[data-team="role"]')[0]?.textContent).toContain(
        'Your role in Shop is now: Supervisor: publishes and invites.',
      ),
    );
    await soon(() => button('Make a link'));
    await hub.ask('POST', `/v1/devices/${bo?.devices[0]?.id}/revoke`, boss, {});
    await soon(() =>
      expect(rows('[data-team="removed"]')[0]?.textContent).toContain(
        'Your access to Shop was taken away',
      ),
    );
    await click(button('Understood'));
    await soon(() => expect(rows('[data-team]').length).toBe(0));
  });
});

describe('trying drafts on real questions', () => {
  const report = () => rows('[data-count]').map((one) => one.textContent);
  const changed = () => rows('[data-replay]').map((one) => one.textContent);
  const heard = (mine: RenderedStudio, cueText: string, at: number) =>
    mine.kept.appendEvent({
      kind: 'shown',
      cueText,
      entries: [],
      at,
      conversationKey: 'c',
      consoleId: 'console',
    } as Parameters<typeof mine.kept.appendEvent>[0]);

  it('says who would get another answer, a new text or none, and takes further questions', async () => {
    const mine = await founder();
    const { brain, button, click, field, type, submit } = mine;
    await heard(mine, 'opening hours', noon);
    await heard(mine, 'refund', noon);
    await heard(mine, 'zebra crossing', noon - 8 * 24 * 3_600_000);
    await hub.ask('POST', '/v1/gaps', await token(mine), {
      id: 'gap-0001',
      text: 'zebra',
      consoleId: 'console',
      confirmed: true,
    });
    const { entry } = await brain.call('studio.entry', { base: 'mine', id: 'hours' });
    const { links: _, updatedAt, ...draft } = entry ?? expect.fail('There is no such entry');
    const answer = 'We open at ten.';
    await brain.call('studio.save', { entry: { ...draft, answer }, basedOn: updatedAt });
    await brain.call('studio.delete', { base: 'mine', id: 'refund' });
    await soon(() => button('Try on real questions'));
    await click(button('Try on real questions'));
    await soon(() =>
      expect(report()).toEqual([
        '1 gets no answer any more',
        '1 gets the new text',
        '1 has no answer, as before',
      ]),
    );
    expect(changed()).toEqual([
      'refundNo answer any more. Before: Refund',
      'opening hoursOpening hours, in its new text',
    ]);
    const said = rows('dialog')[0]?.textContent;
    expect(said).toContain('2 asked on this machine in the last 7 days');
    expect(said).toContain('1 sent in unanswered by the team');
    expect(said).toContain('Your team does not share questions');

    await type(field('More questions'), 'hours\n\nrefund\n');
    await submit(field('More questions'));
    await soon(() => expect(rows('dialog')[0]?.textContent).toContain('2 of yours'));
    expect(report()).toContain('2 get the new text');
    // The team's copy is what it was: nothing was published by trying.
    expect((await brain.call('team.changes', { base: 'mine' })).changes.length).toBe(2);
  });
});

const mustHave = async () => studio ?? expect.fail('There is no Studio');
function within(selector: string, words: string): HTMLButtonElement {
  const buttons = rows(`${selector} button`) as HTMLButtonElement[];
  return (
    buttons.find((button) => button.textContent === words) ?? expect.fail(`There is no ${words}`)
  );
}
