import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { ResultOf, Settings } from '../../../lib/protocol/brain-calls';
import type { Role } from '../../../lib/protocol/hub-sync';
import type { Recipe } from '../../../lib/protocol/recipe';
import { noTeam } from '../../../lib/protocol/team-calls';
import { agent, conversation, suggestion } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

const recipe: Recipe = {
  id: 'taught-1',
  name: 'Our inbox',
  version: 1,
  checked: { on: '2026-11-22', standing: 'seen running' },
  match: { url: '^https://desk\\.example/' },
  list: ['.flow'],
  row: '.e',
  text: ['.t'],
  roles: { agent: ['.e9'], customer: ['.e7'] },
  order: 'oldest-first',
  conversationId: { from: 'url', regex: '/inbox/(\\d+)' },
  composer: ['textarea'],
};
type Shared = ResultOf<'recipe.share'>['outcome'];

let panel: RenderedPanel;
afterEach(() => panel.unmount());

/** A panel on the second conversation after a lesson; `role` is null beside no team. */
async function onSecond(role: Role | null, share?: () => Promise<{ outcome: Shared }>) {
  const taught = (madeOn: string | null): Partial<Settings> => ({
    taught: [{ recipe, at: 1, madeOn }],
  });
  panel = await renderPanel((brain) => {
    brain.settings = { ...brain.settings, ...taught('c1') };
    brain.answers['team.status'] = async () =>
      role === null ? noTeam : { ...noTeam, state: 'synced', organisation: 'Harbour', role };
    brain.answers['taught.confirm'] = async () => {
      brain.settings = { ...brain.settings, ...taught(null) };
      brain.tell({ news: 'settings.changed', settings: brain.settings });
      return { outcome: 'done' };
    };
    if (share !== undefined) brain.answers['recipe.share'] = share;
  });
  // Nothing to answer: no ranking has anything to say meanwhile.
  await panel.show(conversation('c2', [agent('m1', 'hello')], { consoleId: recipe.id }));
  return panel;
}
const confirm = () => panel.click(panel.button('Yes, it does'));
const offer = () => panel.root.querySelector<HTMLElement>('[data-sharing]');

it('what was taught and seen right is shared by the next button, and said to be', async () => {
  const { brain, button, click, root } = await onSecond('supervisor', async () => ({
    outcome: 'done',
  }));
  button('Yes, it does').focus();
  await confirm();
  expect(document.activeElement).toBe(offer());
  await click(button('Share with the team'));
  expect(brain.calls.find(({ name }) => name === 'recipe.share')?.params).toEqual({
    id: 'taught-1',
  });
  expect(offer()?.textContent).toBe('Your team has it now.');
  expect(root.querySelector('[aria-live]')?.textContent).toBe('Your team has it now.');
  await click(button('Dismiss'));
  expect(offer()).toBeNull();
});

it('that it was shared is said no longer than the conversation is open', async () => {
  const { button, click, show } = await onSecond('supervisor', async () => ({ outcome: 'done' }));
  await confirm();
  await show(conversation('c3', [agent('m1', 'hello')], { consoleId: recipe.id }));
  await click(button('Share with the team'));
  expect(offer()).not.toBeNull();
  await show(conversation('c4', [agent('m1', 'hello')], { consoleId: recipe.id }));
  expect(offer()).toBeNull();
});

it('sharing that fails says why, and can be tried again', async () => {
  const answers: (Shared | Error)[] = ['unreachable', 'conflict', new Error('ended'), 'done'];
  const { button, click } = await onSecond('admin', async () => {
    const next = answers.shift();
    if (next === undefined || next instanceof Error) throw next;
    return { outcome: next };
  });
  await confirm();
  const said = async () => {
    await click(button('Share with the team'));
    return offer()?.querySelector('p')?.textContent;
  };
  expect(await said()).toContain('cannot be reached');
  expect(await said()).toContain('Take one back first');
  expect(await said()).toContain('did not work');
  expect(await said()).toBe('Your team has it now.');
});

it('is shared once, though the button is pressed twice', async () => {
  const answer = Promise.withResolvers<{ outcome: Shared }>();
  const { brain, button, click } = await onSecond('supervisor', () => answer.promise);
  await confirm();
  await click(button('Share with the team'));
  expect(button('Share with the team').disabled).toBe(true);
  await act(async () => void panel.store.actions.shareTaught());
  expect(brain.calls.filter(({ name }) => name === 'recipe.share')).toHaveLength(1);
  await act(async () => answer.resolve({ outcome: 'done' }));
  expect(offer()?.textContent).toBe('Your team has it now.');
});

it('does not stay the last that is read out', async () => {
  const { brain, button, click, field, root, type } = await onSecond('supervisor', async () => ({
    outcome: 'done',
  }));
  await confirm();
  await click(button('Share with the team'));
  brain.found = [suggestion('hello', 'Hello!')];
  await type(field('Find any answer'), 'hello');
  await click(button('Copy'));
  expect(offer()).not.toBeNull();
  expect(root.querySelector('[aria-live]')?.textContent).toBe('Copied');
});

it('may be left for later', async () => {
  const { button, click, brain } = await onSecond('supervisor');
  await confirm();
  await click(button('Not now'));
  expect(offer()).toBeNull();
  expect(brain.calls.some(({ name }) => name === 'recipe.share')).toBe(false);
});

it.each([
  ['without a team', null],
  ['to somebody who may not', 'agent'],
] as const)('nothing is offered %s', async (_, role) => {
  const { root } = await onSecond(role);
  await confirm();
  expect(root.textContent).not.toContain('Does this read right here, too?');
  expect(offer()).toBeNull();
  expect(root.textContent).not.toContain('Share with the team');
});

it('a yes that cannot be kept is said, and asked again', async () => {
  const { brain, root, button } = await onSecond('supervisor');
  brain.answers['taught.confirm'] = () => Promise.reject(new Error('disk full'));
  await confirm();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('could not be kept');
  expect(button('Yes, it does')).toBeDefined();
});
