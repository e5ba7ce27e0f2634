import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import type { TaughtRecipe } from '../../lib/protocol/taught-calls';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';

type Props = {
  readonly taught: TaughtRecipe;
  readonly onShare: () => void;
};

/** Gives what was taught here to the team; again when it was taught anew since. */
export function ShareRecipe({ taught: { recipe, madeOn }, onShare }: Props) {
  const { state, team, t } = usePanel();
  const { role } = useTeam(team);
  const shared = state.settings.teamRecipes.find((one) => one.recipe.id === recipe.id);
  const mayShare = role !== null && mayDo(role, 'supervisor') && madeOn === null;
  if (!mayShare || JSON.stringify(shared?.recipe) === JSON.stringify(recipe)) return null;
  return (
    <Button
      small
      aria-label={t('settings.shared.share.label', { name: recipe.name })}
      onClick={onShare}
    >
      {t(shared === undefined ? 'settings.shared.share' : 'settings.shared.again')}
    </Button>
  );
}
