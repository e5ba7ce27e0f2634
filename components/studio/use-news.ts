import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import { useStudio } from './studio-context';

/**
 * Another number whenever something may stand otherwise at the hub: what the team published came
 * here, the team or this person's place in it changed, or a dialog in which things are done closed.
 */
export function useNews(): number {
  const { state, team: store } = useStudio();
  const team = useTeam(store);
  const now = [state.bases, team, state.dialog === undefined];
  const [known, setKnown] = useState({ now, count: 0 });
  if (now.every((each, at) => each === known.now[at])) return known.count;
  setKnown({ now, count: known.count + 1 });
  return known.count + 1;
}
