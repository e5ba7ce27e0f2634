import { shareable } from '../../lib/faces/shareable';
import { useTeam } from '../../lib/faces/use-team';
import type { TaughtRecipe } from '../../lib/protocol/taught-calls';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';

type Props = {
  readonly taught: TaughtRecipe;
  readonly onShare: () => void;
};

/** Gives what was taught here to the team; again when it was taught anew since. */
export function ShareRecipe({ taught, onShare }: Props) {
  const { state, team, t } = usePanel();
  const how = shareable(taught, state.settings, useTeam(team).role);
  if (how === undefined) return null;
  return (
    <Button
      small
      aria-label={t('settings.shared.share.label', { name: taught.recipe.name })}
      onClick={onShare}
    >
      {t(how === 'new' ? 'settings.shared.share' : 'settings.shared.again')}
    </Button>
  );
}
