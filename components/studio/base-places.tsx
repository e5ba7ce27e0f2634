import type { Route } from '../../lib/domain/route';
import { Button } from '../ui/button';
import styles from './dialog.module.css';
import { useStudio } from './studio-context';

const fields = ['host', 'console', 'channel', 'label'] as const;
/** A route as it is being written; the key only tells rows apart. */
type Place = Route & { readonly key: number };
type Scope = 'shared' | 'exclusive';

export const placesOf = (routes: readonly Route[] = []): Place[] =>
  routes.map((route, key) => ({ ...route, key }));

/** What was written, without what was left empty. */
export function routesOf(places: readonly Place[]): Route[] {
  return places
    .map(({ key: _, ...route }) =>
      Object.fromEntries(
        Object.entries(route).flatMap(([field, value]) => {
          const text = value.trim();
          return text === '' ? [] : [[field, text]];
        }),
      ),
    )
    .filter((route) => Object.keys(route).length > 0);
}

type BasePlacesProps = {
  readonly scope: Scope;
  readonly places: readonly Place[];
  readonly onScope: (scope: Scope) => void;
  readonly onPlaces: (places: Place[]) => void;
};

/** Whether a base answers everywhere, or only at certain sites, consoles, channels and labels. */
export function BasePlaces({ scope, places, onScope, onPlaces }: BasePlacesProps) {
  const { t } = useStudio();
  const write = (key: number, field: keyof Route, value: string) =>
    onPlaces(places.map((each) => (each.key === key ? { ...each, [field]: value } : each)));
  const add = () => onPlaces([...places, { key: Math.max(-1, ...places.map((p) => p.key)) + 1 }]);
  const choose = (chosen: string) => {
    onScope(chosen === 'exclusive' ? 'exclusive' : 'shared');
    if (chosen === 'exclusive' && places.length === 0) add();
  };
  return (
    <>
      <label className={styles.field}>
        <span>{t('base.scope')}</span>
        <select value={scope} onChange={({ target }) => choose(target.value)}>
          <option value="shared">{t('base.scope.shared')}</option>
          <option value="exclusive">{t('base.scope.exclusive')}</option>
        </select>
      </label>
      {scope === 'exclusive' && (
        <>
          {places.map((place, at) => (
            <fieldset key={place.key} className={styles.place}>
              <legend>{t('base.place', { at: at + 1 })}</legend>
              {fields.map((field) => (
                <label key={field} className={styles.field}>
                  <small>{t(`base.place.${field}`)}</small>
                  <input
                    type="text"
                    autoComplete="off"
                    maxLength={300}
                    placeholder={t(`base.place.${field}.like`)}
                    value={place[field] ?? ''}
                    onChange={({ target }) => write(place.key, field, target.value)}
                  />
                </label>
              ))}
              <Button
                small
                look="ghost"
                onClick={() => onPlaces(places.filter(({ key }) => key !== place.key))}
              >
                {t('base.place.remove')}
              </Button>
            </fieldset>
          ))}
          <div>
            <Button small onClick={add}>
              + {t('base.place.add')}
            </Button>
          </div>
          <p className={styles.hint}>{t('base.place.hint')}</p>
        </>
      )}
    </>
  );
}
