import type { RecipeDesk } from '../../lib/faces/recipe-desk';
import type { TaughtRecipe as Taught } from '../../lib/protocol/taught-calls';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';
import { ShareRecipe } from './share-recipe';

type Props = {
  readonly taught: Taught;
  readonly desk: RecipeDesk;
  readonly onTold: (words: string) => void;
  readonly onShare: () => void;
};

/** One taught console: its name, and what can be done with it. */
export function TaughtRecipe({ taught, desk, onTold, onShare }: Props) {
  const { t } = usePanel();
  const { recipe, madeOn } = taught;
  const { id, name } = recipe;
  const say = (work: Promise<unknown>, words = '') =>
    void work.then(
      () => onTold(words),
      () => onTold(t('settings.failed')),
    );
  return (
    <li>
      <div className={styles.taught}>
        <input
          className={field.field}
          type="text"
          aria-label={t('settings.taught.name')}
          autoComplete="off"
          maxLength={60}
          key={name}
          defaultValue={name}
          onBlur={({ target }) => {
            const next = target.value.trim();
            if (next === '') target.value = name;
            else if (next !== name) say(desk.rename(id, next));
          }}
        />
        <ShareRecipe taught={taught} onShare={onShare} />
        <Button
          small
          aria-label={t('settings.taught.export.label', { name })}
          onClick={() => desk.save(recipe)}
        >
          {t('settings.taught.export')}
        </Button>
        <Button
          small
          aria-label={t('settings.taught.copy.label', { name })}
          onClick={() => say(desk.copy(recipe), t('settings.taught.copied'))}
        >
          {t('settings.taught.copy')}
        </Button>
        <Button
          small
          className={styles.danger}
          aria-label={t('settings.taught.delete.label', { name })}
          onClick={() => say(desk.remove(id))}
        >
          {t('settings.taught.delete')}
        </Button>
      </div>
      {madeOn !== null && <small>{t('settings.taught.unproven')}</small>}
    </li>
  );
}
