import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { PanelContext } from '../../../components/panel/panel-context';
import { TeamSettings } from '../../../components/settings/team-settings';
import type { Policy } from '../../../lib/protocol/policy';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import { setUpPanel } from '../../unit/faces/support/set-up-panel';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

it('the only administrator of others is told what to do before they can leave', async () => {
  let team: TeamStatus = { ...noTeam, state: 'synced', organisation: 'Harbour', role: 'admin' };
  let outcome: 'last-admin' | 'left' = 'last-admin';
  const { store } = await setUpPanel((brain) => {
    brain.answers['team.status'] = async () => team;
    brain.answers['team.leave'] = async () => {
      if (outcome === 'left') team = noTeam;
      return { outcome };
    };
  });
  const root = document.body.appendChild(document.createElement('div'));
  const react = createRoot(root);
  await act(async () =>
    react.render(
      <PanelContext value={store}>
        <TeamSettings />
      </PanelContext>,
    ),
  );
  const leave = async () => {
    const buttons = [...root.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent === 'Leave the team');
    await act(async () => button?.click());
  };
  expect(root.querySelector('[role="alert"]')).toBeNull();
  await leave();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('the only administrator');
  expect(root.textContent).toContain('You are in Harbour');
  outcome = 'left';
  await leave();
  expect(root.textContent).not.toContain('Harbour');
  await act(async () => react.unmount());
});

it('whoever is in a team is told what of a conversation goes to it, as it is now', async () => {
  const shownWith = async (learned: boolean | null, policy?: Policy) => {
    const { store } = await setUpPanel((brain) => {
      const team: TeamStatus = { ...noTeam, state: 'synced', organisation: 'Harbour' };
      brain.answers['team.status'] = async () => team;
      brain.answers['team-learning.sharing'] = async () => (learned === null ? null : { learned });
    });
    if (policy !== undefined) store.setState({ policy: { policy, ignored: [] } });
    const root = document.body.appendChild(document.createElement('div'));
    const react = createRoot(root);
    await act(async () =>
      react.render(
        <PanelContext value={store}>
          <TeamSettings />
        </PanelContext>,
      ),
    );
    const words = root.querySelector('[data-words]')?.textContent ?? '';
    await act(async () => react.unmount());
    return words;
  };
  expect(await shownWith(true)).toMatch(/Two minutes after you pick .* is taken back/);
  expect(await shownWith(false)).toContain('your team has that switched off');
  expect(await shownWith(null)).toContain('Until it does, nothing goes');
  const forbidden = await shownWith(true, { consoles: [], shareText: false });
  expect(forbidden).toContain('your organisation forbids it');
  expect(forbidden).not.toContain('Two minutes');
});
