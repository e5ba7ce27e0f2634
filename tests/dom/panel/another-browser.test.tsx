import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelContext } from '../../../components/panel/panel-context';
import { TeamSettings } from '../../../components/settings/team-settings';
import { ownLink } from '../../../lib/protocol/hub-address';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import type { FakeBrain } from '../../unit/faces/support/fake-brain';
import { setUpPanel } from '../../unit/faces/support/set-up-panel';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const link = ownLink('https://hub.example', 'a'.repeat(64));
const joined: TeamStatus = { ...noTeam, state: 'synced', organisation: 'Harbour', role: 'agent' };

let react: Root | undefined;
afterEach(async () => {
  await act(async () => react?.unmount());
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** The settings of somebody who stands so with their team. */
async function settings(team: TeamStatus, prepare: (brain: FakeBrain) => void = () => {}) {
  const { store, brain } = await setUpPanel((brain) => {
    brain.answers['team.status'] = async () => team;
    prepare(brain);
  });
  const root = document.body.appendChild(document.createElement('div'));
  const made = createRoot(root);
  react = made;
  await act(async () =>
    made.render(
      <PanelContext value={store}>
        <TeamSettings />
      </PanelContext>,
    ),
  );
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  return {
    root,
    brain,
    button,
    press: (words: string) => act(async () => button(words)?.click()),
    async paste(text: string) {
      const input = root.querySelector('input') ?? expect.fail('There is no field');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await act(async () => {
        set?.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
  };
}

it('any member gets a link for another browser, told what it does, and can copy it', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  const expiresAt = new Date(2026, 10, 23, 14, 5).getTime();
  const { root, press } = await settings(joined, (brain) => {
    brain.answers['team.own-link'] = async () => ({ link, expiresAt });
  });
  expect(root.querySelector('input')).toBeNull();
  await press('Use another browser, too');
  expect(root.querySelector('input')?.value).toBe(link);
  expect(root.querySelector('input')?.getAttribute('aria-label')).toBe(
    'Link for your other browser',
  );
  expect(root.textContent).toMatch(/works once, until 2:05\sPM, .* pass it on to nobody/);
  await press('Copy');
  expect(write).toHaveBeenCalledWith(link);
  expect(root.textContent).toContain('Copied.');
  write.mockRejectedValue(new Error('Not allowed'));
  await press('Copy');
  expect(root.textContent).toContain('Copy the link by hand.');
});

it('a link that the hub did not make is not shown', async () => {
  let made: string | null = link;
  const { root, press } = await settings(joined, (brain) => {
    brain.answers['team.own-link'] = async () => ({ link: made, expiresAt: 0 });
  });
  await press('Use another browser, too');
  made = null;
  await press('Use another browser, too');
  expect(root.querySelector('input')).toBeNull();
  expect(root.textContent).toContain('The hub did not make a link.');
});

it('who pastes a link of their own is asked for no name, and told as whom they join', async () => {
  let answer: 'known' | 'used-up' = 'known';
  const { root, brain, paste, press } = await settings(noTeam, (brain) => {
    brain.answers['team.link-owner'] = async () =>
      answer === 'known'
        ? { outcome: 'known', name: 'Ben', organisation: 'Harbour' }
        : { outcome: 'used-up' };
    brain.answers['team.join'] = async () => ({ outcome: 'used-up' });
  });
  expect(root.textContent).toContain('Your name, for the team');
  await paste(` ${link} `);
  expect(root.textContent).not.toContain('Your name, for the team');
  expect(root.textContent).toContain('You join Harbour as Ben.');
  await press('Join');
  expect(brain.calls.find(({ name }) => name === 'team.join')?.params).toMatchObject({ link });
  expect(root.textContent).toContain('Make a new one in your other browser.');
  answer = 'used-up';
  await paste(`https://hub.example/join#${'b'.repeat(64)}`);
  expect(root.textContent).toContain('Your name, for the team');
  await paste(ownLink('https://hub.example', 'c'.repeat(64)));
  expect(root.textContent).not.toContain('You join');
});
