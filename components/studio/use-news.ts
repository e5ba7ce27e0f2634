import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import { useStudio } from './studio-context';

/**
 * Another number whenever something may stand otherwise at the hub: what the team published came
 * here, the team or this person's place in it changed, or a dialog in which things are done closed.
 * Each is a question of every part of a page, and a hub answers only so many a minute: a copy that
 * catches up, as with each thing published, is no news of its own.
 */
export function useNews(): number {
  const { state, team: store } = useStudio();
  const { since: _, state: copy, ...team } = useTeam(store);
  const stand = JSON.stringify([team, copy === 'catching-up' ? 'synced' : copy]);
  const now = [state.bases, stand, state.dialog === undefined];
  const [known, setKnown] = useState({ now, count: 0 });
  if (now.every((each, at) => each === known.now[at])) return known.count;
  setKnown({ now, count: known.count + 1 });
  return known.count + 1;
}
