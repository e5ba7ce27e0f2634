import type { Studio } from './studio-context';

/** The name of a base on this machine; `*` stands for all of the team's. */
export function baseWords(kb: string, { state, t }: Pick<Studio, 'state' | 't'>): string {
  if (kb === '*') return t('team.all-bases');
  return state.bases?.find(({ base }) => base.id === kb)?.base.name ?? kb;
}
