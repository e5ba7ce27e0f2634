import { shownCards } from '../../lib/faces/card-context';
import { Button } from '../ui/button';
import { CardList } from './card-list';
import styles from './found.module.css';
import { usePanel } from './panel-context';
import { Words } from './words';

/** What the search found, as cards with the same buttons. */
export function Found() {
  const { state, actions, t } = usePanel();
  const { find, editing } = state;
  if (find.failed) {
    return (
      <Words title={t('find.failed')}>
        <Button onClick={() => void actions.find(find.query)}>{t('state.retry')}</Button>
      </Words>
    );
  }
  if (find.results.length === 0) {
    if (find.answered === '') return null;
    return (
      <Words title={t('find.none')} hint={t('find.none.hint')}>
        <Button onClick={() => void actions.find('')}>{t('find.close')}</Button>
      </Words>
    );
  }
  const cards = shownCards(state);
  const edited = editing?.card;
  const isPinned =
    edited?.key.startsWith('find:') === true && !cards.some((card) => card.key === edited.key);
  return (
    <>
      <h2 className={styles.heading}>{t('find.heading', { query: find.answered })}</h2>
      <CardList cards={cards} pinned={isPinned ? edited : undefined} />
    </>
  );
}
