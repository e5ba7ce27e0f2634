import { cueCards } from '../../lib/faces/card-context';
import { placeOf } from '../../lib/faces/panel-place';
import { Logo } from '../ui/logo';
import { Unseen } from '../ui/unseen';
import { usePanel } from './panel-context';
import styles from './rail.module.css';

/** The collapsed panel: how many answers there are, and the way back. */
export function Rail() {
  const { state, actions, t, tn } = usePanel();
  const count = cueCards(state).filter((card) => !state.rejected.includes(card.key)).length;
  const open = t('rail.expand');
  return (
    <main className={styles.rail} data-rail data-side={placeOf(state).side}>
      <h1>
        <Unseen>{t('panel.name')}</Unseen>
      </h1>
      <button
        type="button"
        className={styles.expand}
        aria-expanded={false}
        aria-label={count > 0 ? `${open}: ${tn('rail.answers', count)}` : open}
        title={open}
        onClick={() => actions.collapse(false)}
      >
        <span aria-hidden="true">{placeOf(state).side === 'left' ? '⟩' : '⟨'}</span>
        <Logo />
        {count > 0 && <span className={styles.count}>{count}</span>}
      </button>
    </main>
  );
}
