import type { Outcome } from '../../lib/faces/studio-state';
import type { Studio } from './studio-context';

/** What an action came to, in a sentence. */
export function outcomeWords(
  outcome: Outcome,
  { state, team, t, tn }: Pick<Studio, 'state' | 'team' | 't' | 'tn'>,
): string {
  switch (outcome.kind) {
    case 'saved':
    case 'restored':
    case 'deleted': {
      const title = outcome.title.trim() || t('studio.row.untitled');
      // What is changed in a team's base reaches other panels only when it is published.
      const isDraft = team.getState().bases.some(({ kb }) => kb === state.base);
      if (isDraft && outcome.kind === 'saved') return t('publish.saved', { title });
      return t(`studio.outcome.${outcome.kind}`, { title });
    }
    case 'learned':
      return t(`learned.outcome.${outcome.result}`, { title: outcome.title });
    case 'team':
    case 'team-failed':
      return outcome.words;
    case 'refused':
      return tn('studio.outcome.refused', outcome.problems);
    case 'exported':
    case 'base-saved':
    case 'base-removed':
      return t(`studio.outcome.${outcome.kind}`, { name: outcome.name });
    default:
      return t(`studio.outcome.${outcome.kind}`);
  }
}
