import { expect, it } from 'vitest';
import { createTeamStore } from '../../../lib/faces/team-store';
import type { BrainLink } from '../../../lib/protocol/brain-calls';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import { FakeBrain } from './support/fake-brain';
import { settled } from './support/set-up-panel';

it('asks how the team stands anew when another brain has taken over', async () => {
  const brain = new FakeBrain();
  let status: TeamStatus = { ...noTeam, state: 'synced', organisation: 'Harbour' };
  brain.answers['team.status'] = async () => status;
  let tellLink: (link: 'lost' | 'found') => void = () => {};
  const onLink: BrainLink['onLink'] = (listener) => {
    tellLink = listener;
    return () => {};
  };
  const store = createTeamStore(Object.assign(brain, { onLink }));
  store.actions.look();
  await settled();
  expect(store.getState().state).toBe('synced');
  status = { ...status, state: 'catching-up' };
  tellLink('lost');
  tellLink('found');
  await settled();
  expect(store.getState().state).toBe('catching-up');
});
