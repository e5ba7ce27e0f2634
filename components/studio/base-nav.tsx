import type { StudioBase } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import styles from './base-nav.module.css';
import { PlaceNav } from './place-nav';
import { useStudio } from './studio-context';

/** The bases side by side, the person's own before the small talk of the package. */
export function BaseNav() {
  const { state, actions, t } = useStudio();
  const bases = state.bases ?? [];
  return (
    <nav className={styles.nav} aria-label={t('studio.bases')}>
      <h2>{t('studio.bases')}</h2>
      <Bases of={bases.filter(({ base }) => !base.smallTalk)} />
      <Button
        look="ghost"
        className={styles.new}
        onClick={() => actions.openDialog({ kind: 'base', base: undefined })}
      >
        + {t('studio.base.new')}
      </Button>
      {bases.some(({ base }) => base.smallTalk) && <h2>{t('studio.small-talk')}</h2>}
      <Bases of={bases.filter(({ base }) => base.smallTalk)} />
      <PlaceNav />
    </nav>
  );
}

function Bases({ of }: { readonly of: readonly StudioBase[] }) {
  const { state, actions, language } = useStudio();
  const figures = new Intl.NumberFormat(language);
  return of.map(({ base, entries }) => (
    <button
      key={base.id}
      type="button"
      className={styles.base}
      aria-current={base.id === state.base && state.place === 'answers' ? 'true' : undefined}
      onClick={() => actions.chooseBase(base.id)}
    >
      <span className={styles.name}>{base.name}</span>
      <span className={styles.count}>{figures.format(entries)}</span>
    </button>
  ));
}
