import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { must } from '../../../lib/base/must.ts';
import type { BrainCallName, Params, ResultOf } from '../../../lib/protocol/brain-calls';
import { type Desk, openDesk } from '../open-desk';
import { type AccountProvider, client, freePort, startAccountProvider } from './account-provider';
import { type HubProcess, hubFolder, runHub } from './run-hub';

/** The base that the two of them have. */
export const permits = {
  format: 'cuecard/1',
  base: { id: 'permits', name: 'Permits', language: 'en' },
  entries: [
    {
      id: 'zebra',
      title: 'Zebra crossing permit',
      phrasings: ['how do i get a zebra crossing permit', 'zebra permit please'],
      answer: 'Fill in form 7.',
    },
  ],
};
const base = permits.base.id;

/** A hub and the browsers of a supervisor and of an agent, who are in no team to begin with. */
export type TeamOfTwo = {
  readonly boss: Desk;
  readonly agent: Desk;
  readonly accounts: AccountProvider['accounts'];
  readonly hubOrigin: string;
  /** For the first administrator. */
  readonly firstInvite: string;
  /**
   * Whatever a test before left: the hub runs, both are in and have the base with this answer, the
   * agent as an agent under a name of nobody else. Nothing waits, is shared or half done, and no
   * page is open. Gives the agent's name, and how many revisions the base has.
   */
  together(answer: string): Promise<{ readonly name: string; readonly revisions: number }>;
  /** As the supervisor does in the Studio. */
  publish(answer: string, why: string): Promise<void>;
  killHub(): Promise<void>;
  startHub(): Promise<void>;
  close(): Promise<void>;
};

/** A call to the brain, by its types. */
export const ask = <Name extends BrainCallName>(desk: Desk, call: Name, params: Params<Name>) =>
  desk.ask(call, params) as Promise<ResultOf<Name>>;

export async function openTeamOfTwo(): Promise<TeamOfTwo> {
  const port = await freePort();
  const hubOrigin = `http://127.0.0.1:${port}`;
  const accounts = await startAccountProvider(`${hubOrigin}/sso/callback`);
  const signIn = {
    CUECARD_SSO_ISSUER: accounts.issuer,
    CUECARD_SSO_CLIENT_ID: client.id,
    CUECARD_SSO_CLIENT_SECRET: client.secret,
    CUECARD_PUBLIC_URL: hubOrigin,
  };
  const { folder, remove } = hubFolder();
  // A test does in seconds what takes a person minutes, and the hub would hold it back for that.
  const more = ['--no-limits'];
  const [first, boss, agent] = await Promise.all([
    runHub(folder, port, more, signIn),
    openDesk({ samples: 'none' }),
    openDesk({ samples: 'none' }),
  ]);
  const firstInvite = must(first.inviteLink, 'an invite');
  let hub: HubProcess | undefined = first;
  let names = 0;

  async function startHub(): Promise<void> {
    hub ??= await runHub(folder, port, more, signIn);
  }

  async function publish(answer: string, why: string): Promise<void> {
    const { entry } = await ask(boss, 'studio.entry', { base, id: 'zebra' });
    const { links: _, updatedAt, ...draft } = must(entry, 'the entry');
    await ask(boss, 'studio.save', { entry: { ...draft, answer }, basedOn: updatedAt });
    const { outcome } = await ask(boss, 'team.publish', { base, why, overwrite: true });
    expect(outcome).toBe('published');
  }

  async function bossIsIn(): Promise<void> {
    const { state, bases } = await ask(boss, 'team.status', null);
    if (state === 'none') await ask(boss, 'team.join', { link: firstInvite, name: 'Ana' });
    await expect.poll(() => stateOf(boss), { timeout: 45_000 }).toBe('synced');
    if (bases.some(({ kb }) => kb === base)) return;
    const content = JSON.stringify(permits);
    await ask(boss, 'knowledge.import', { fileName: 'permits.json', content });
    expect((await ask(boss, 'team.share', { base })).outcome).toBe('published');
  }

  async function nothingWaits(): Promise<void> {
    const gaps = must(await ask(boss, 'gaps.list', null), 'the questions').gaps;
    if (gaps.length > 0) await ask(boss, 'gaps.close', { ids: gaps.map(({ id }) => id) });
    const { proposals } = must(await ask(boss, 'review.list', { base }), 'what is handed in');
    for (const { id, state } of proposals) {
      if (state !== 'waiting' && state !== 'stuck') continue;
      const decision = { deed: 'refuse', word: '' } as const;
      await ask(boss, 'review.decide', { base, proposal: id, decision });
    }
    const { teamRecipes, taught } = await ask(boss, 'settings.read', null);
    for (const { recipe } of teamRecipes) await ask(boss, 'recipe.take-back', { id: recipe.id });
    for (const { recipe } of taught) await ask(boss, 'taught.delete', { id: recipe.id });
    await ask(boss, 'settings.change', { theme: 'system', language: 'en' });
  }

  async function agentIsIn(): Promise<string> {
    const { state, role, bases } = await ask(agent, 'team.status', null);
    const people = await everybody(boss);
    const known = await everybody(agent);
    const name = known.find(({ isYou }) => isYou)?.name;
    const isAlone = people.filter((each) => each.name === name).length === 1;
    const isAsWished = role === 'agent' && bases.every(({ unpublished }) => unpublished === 0);
    if (state === 'synced' && isAsWished && isAlone && name !== undefined) return name;
    if (state !== 'none') await ask(agent, 'team.leave', null);
    const link = must((await ask(boss, 'team.invite', { role: 'agent' })).link, 'a link');
    const newName = `Bo the ${++names}.`;
    expect((await ask(agent, 'team.join', { link, name: newName })).outcome).toBe('joined');
    return newName;
  }

  return {
    boss,
    agent,
    accounts: accounts.accounts,
    hubOrigin,
    firstInvite,
    startHub,
    async killHub() {
      await hub?.end('SIGKILL');
      hub = undefined;
    },
    publish,
    async together(answer) {
      await startHub();
      await Promise.all([boss, agent].map(closePages));
      await bossIsIn();
      await nothingWaits();
      const { entry } = await ask(boss, 'studio.entry', { base, id: 'zebra' });
      if (entry?.answer !== answer) await publish(answer, '');
      const name = await agentIsIn();
      await expect
        .poll(async () => (await ask(agent, 'studio.entry', { base, id: 'zebra' })).entry?.answer)
        .toBe(answer);
      await expect.poll(() => stateOf(agent), { timeout: 45_000 }).toBe('synced');
      const history = await ask(boss, 'team.history', { base, before: null });
      if (history.outcome !== 'told') throw new Error(`The history: ${history.outcome}`);
      return { name, revisions: history.reply.revisions.length + history.reply.more };
    },
    async close() {
      await Promise.all([boss.close(), agent.close()]);
      await hub?.end('SIGTERM');
      accounts.close();
      remove();
    },
  };
}

const stateOf = async (desk: Desk) => (await ask(desk, 'team.status', null)).state;

async function everybody(desk: Desk) {
  const answer = await ask(desk, 'team.people', null);
  return answer.outcome === 'told' ? answer.reply.people : [];
}

/** All but the one over which the brain is asked. */
async function closePages(desk: Desk): Promise<void> {
  // A browser without any page would end.
  await stateOf(desk);
  const isLeftOver = (page: Page) => !page.url().endsWith('/keeper.html');
  await Promise.all(
    desk.context
      .pages()
      .filter(isLeftOver)
      .map((page) => page.close()),
  );
}
