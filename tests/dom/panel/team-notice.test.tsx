import { afterEach, expect, it } from 'vitest';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel;
afterEach(() => panel.unmount());

it('a team’s answers that were taken away are spoken of where they were, until that is seen', async () => {
  let team: TeamStatus = { ...noTeam, state: 'synced', organisation: 'Harbour' };
  panel = await renderPanel((brain) => {
    brain.answers['team.status'] = async () => team;
    brain.answers['team.leave'] = async () => {
      team = noTeam;
      return { outcome: 'left' };
    };
  });
  const notice = () => panel.root.querySelector('[data-tone="bad"]')?.textContent ?? '';
  expect(panel.root.textContent).toContain('Up to date with Harbour');
  expect(notice()).toBe('');
  await panel.tell({ news: 'team.changed', team: { ...team, state: 'removed' } });
  expect(notice()).toContain('Your access to Harbour was taken away');
  expect(panel.root.textContent).not.toContain('Up to date');
  await panel.click(panel.button('Dismiss'));
  expect(notice()).toBe('');
});
