import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import styles from './settings-app.module.css';

type Props = {
  readonly onTakeBack: (id: string) => void;
};

/** What came from the team; who may share may also take back. */
export function TeamRecipes({ onTakeBack }: Props) {
  const { state, team, t } = usePanel();
  const { role } = useTeam(team);
  const { teamRecipes } = state.settings;
  if (teamRecipes.length === 0) return null;
  return (
    <>
      <h3>{t('settings.shared')}</h3>
      <p className={styles.hint}>{t('settings.shared.hint')}</p>
      <ul className={styles.rows}>
        {teamRecipes.map(({ recipe: { id, name }, by }) => (
          <li key={id} className={styles.row} data-shared={id}>
            <span>
              <strong>{name}</strong>
              <small>{t('settings.shared.by', { name: by })}</small>
            </span>
            {role !== null && mayDo(role, 'supervisor') && (
              <Button
                small
                aria-label={t('settings.shared.take-back.label', { name })}
                onClick={() => onTakeBack(id)}
              >
                {t('settings.shared.take-back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
