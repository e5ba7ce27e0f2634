import { useRef, useState } from 'react';
import type { RecipeDesk } from '../../lib/faces/recipe-desk';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';
import { TaughtRecipe } from './taught-recipe';
import { TeamRecipes } from './team-recipes';

/** What was taught: to be renamed, shared, deleted, and brought in from others. */
export function TaughtConsoles({ desk }: { readonly desk: RecipeDesk }) {
  const { state, t } = usePanel();
  const [told, setTold] = useState('');
  const [pasted, setPasted] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const { taught } = state.settings;

  const bringIn = (content: Promise<string>) =>
    void content.then(desk.bringIn).then(
      (brought) => {
        if (brought.outcome === 'refused') return setTold(t(`settings.taught.${brought.why}`));
        setPasted('');
        setTold(t('settings.taught.done', { name: brought.name }));
      },
      () => setTold(t('settings.failed')),
    );

  const tell = (work: ReturnType<RecipeDesk['share']>, done: string) =>
    void work.then(
      (outcome) => setTold(outcome === 'done' ? done : t(`settings.shared.${outcome}`)),
      () => setTold(t('settings.failed')),
    );
  const share = (id: string) => tell(desk.share(id), t('settings.shared.done'));
  const takeBack = (id: string) => tell(desk.takeBack(id), t('settings.shared.taken-back'));

  return (
    <>
      {taught.length === 0 && <p>{t('settings.taught.none')}</p>}
      <ul className={styles.rows}>
        {taught.map((one) => (
          <TaughtRecipe
            key={one.recipe.id}
            taught={one}
            desk={desk}
            onTold={setTold}
            onShare={() => share(one.recipe.id)}
          />
        ))}
      </ul>
      <TeamRecipes onTakeBack={takeBack} />
      <input
        ref={file}
        type="file"
        hidden
        accept=".json"
        aria-label={t('settings.taught.import')}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          target.value = '';
          if (chosen !== undefined) bringIn(chosen.text());
        }}
      />
      <div className={styles.bringIn}>
        <Button onClick={() => file.current?.click()}>{t('settings.taught.import')}</Button>
        <textarea
          className={field.field}
          rows={2}
          aria-label={t('settings.taught.paste')}
          placeholder={t('settings.taught.paste')}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        {pasted.trim() !== '' && (
          <Button look="primary" onClick={() => bringIn(Promise.resolve(pasted))}>
            {t('settings.taught.take')}
          </Button>
        )}
      </div>
      <p role="status">{told}</p>
    </>
  );
}
