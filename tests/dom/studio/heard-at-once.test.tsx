import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { origin } from '../../support/hub/faulty-link';
import { streamedLink } from '../../support/hub/streamed-link';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';
import { settleUntil } from './support/settle-until';

let hub: TestHub;
let link: Awaited<ReturnType<typeof streamedLink>>;
let studio: RenderedStudio | undefined;
beforeAll(async () => {
  hub = await makeTestHub();
  link = await streamedLink(hub);
  // Whatever is asked again and again is never asked again: only what is heard brings anything.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
let author = '';
afterEach(async () => {
  // Before the only administrator.
  await hub.ask('POST', '/v1/leave', author, {});
  await studio?.brain.call('team.leave', null);
  await studio?.unmount();
  studio = undefined;
});
afterAll(async () => {
  vi.useRealTimers();
  await hub?.close();
});

/** The open Studio of who founded a team and shared a base, with the stream heard; and an agent. */
async function team() {
  const mine = await renderStudio([fileEntry('hours', { title: 'Opening hours' })], link);
  studio = mine;
  const invite = await foundOrganisation(hub.hub, 'Our team');
  await mine.brain.call('team.join', { link: `${origin}/join#${invite}`, name: 'Ana' });
  await mine.brain.call('team.share', { base: 'mine' });
  await soon(() => expect(link.openStreams()).toBe(1));
  const boss = (await mine.kept.readTeam()).membership?.token ?? '';
  author = await hub.invited(boss, 'author');
  return { ...mine, boss, author };
}

const soon = (check: () => void) => settleUntil(studio, check);
const words = () => studio?.root.textContent ?? '';

describe('an open Studio, without asking again and again,', () => {
  it('shows a question that another machine reports, and what others do about it', async () => {
    const { author, boss } = await team();
    await soon(() => expect(words()).toContain('Unanswered questions: 0'));
    const gap = { id: 'a'.repeat(16), text: 'Do you sell kites?', consoleId: 'x', confirmed: true };
    expect((await hub.ask('POST', '/v1/gaps', author, gap)).status).toBe(200);
    await soon(() => expect(words()).toContain('Unanswered questions: 1'));
    expect((await hub.ask('POST', '/v1/gaps/close', boss, { ids: [gap.id] })).status).toBe(200);
    await soon(() => expect(words()).toContain('Unanswered questions: 0'));
  });

  it('shows what an author hands in on another machine', async () => {
    const { author } = await team();
    await soon(() => expect(words()).toContain('Unanswered questions: 0'));
    const handedIn = await hub.ask('POST', '/v1/bases/mine/proposals', author, {
      why: 'Sunday',
      changes: [{ op: { op: 'del', id: 'hours' }, basedOn: 99 }],
      publishAt: null,
      expireAt: null,
    });
    expect(handedIn.status).toBe(200);
    await soon(() => expect(words()).toContain('Review: 1 waits'));
  });
});
