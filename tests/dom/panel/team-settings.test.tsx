import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { PanelContext } from '../../../components/panel/panel-context';
import { TeamSettings } from '../../../components/settings/team-settings';
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
