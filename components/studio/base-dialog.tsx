import { type FormEvent, useState } from 'react';
import type { KnowledgeBase } from '../../lib/domain/knowledge-base';
import { languages } from '../../lib/domain/language';
import { Button } from '../ui/button';
import { BasePlaces, placesOf, routesOf } from './base-places';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import { FieldProblems, problemId } from './field-problems';
import { goTo } from './places';
import { useStudio } from './studio-context';

type BaseDialogProps = {
  /** Undefined for a new base. */
  readonly base: KnowledgeBase | undefined;
  readonly suggestedName: string;
};

/** Name, language and holding reply of a base. */
export function BaseDialog({ base, suggestedName }: BaseDialogProps) {
  const { state, actions, language: uiLanguage, t } = useStudio();
  const isFirst = state.base === undefined;
  const [name, setName] = useState(base?.name ?? (isFirst ? suggestedName : ''));
  const [language, setLanguage] = useState(base?.language ?? uiLanguage);
  const [holding, setHolding] = useState(base?.holding ?? '');
  const [scope, setScope] = useState(base?.scope ?? 'shared');
  const [places, setPlaces] = useState(placesOf(base?.routes));
  const [isPlaceless, setPlaceless] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const routes = scope === 'shared' ? [] : routesOf(places);
    // Without any it would answer everywhere, which is not what was chosen.
    setPlaceless(scope === 'exclusive' && routes.length === 0);
    if (scope === 'exclusive' && routes.length === 0) return;
    void actions.saveBase({ name, language, holding, scope, routes }).then((isKept) => {
      // A new base is made to be written in.
      if (!isKept || base !== undefined) return;
      actions.newEntry();
      goTo('title');
    });
  };
  const of = (field: 'name' | 'holding') =>
    state.baseProblems.filter((problem) => problem.field === field);
  return (
    <Dialog title={t(base === undefined ? 'studio.base.new.title' : 'studio.base.edit.title')}>
      <form className={styles.body} onSubmit={save} noValidate>
        <label className={styles.field}>
          <span>{t('studio.base.name')}</span>
          <input
            type="text"
            autoComplete="off"
            value={name}
            aria-invalid={of('name').length > 0}
            aria-describedby={of('name').length > 0 ? problemId('name') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <FieldProblems field="name" of={of('name')} />
        </label>
        <label className={styles.field}>
          <span>{t('studio.base.language')}</span>
          <select
            value={language}
            onChange={(event) => setLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {t(`studio.language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <BasePlaces scope={scope} places={places} onScope={setScope} onPlaces={setPlaces} />
        {isPlaceless && (
          <p className={styles.wrong} role="alert">
            {t('base.place.none')}
          </p>
        )}
        <label className={styles.field}>
          <span>{t('studio.base.holding')}</span>
          <textarea rows={2} value={holding} onChange={(event) => setHolding(event.target.value)} />
          <small>{t('studio.base.holding.hint')}</small>
          <FieldProblems field="holding" of={of('holding')} />
        </label>
        <div className={styles.buttons}>
          <Button onClick={() => actions.closeDialog()}>{t('studio.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('studio.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
