import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { TeamStatus } from '../protocol/team-calls';
import type { TeamStore } from './team-store';

/** The team as it stands, from the first time that anybody shows it. */
export function useTeam(team: TeamStore): TeamStatus {
  useEffect(() => team.actions.look(), [team]);
  return useStore(team);
}
