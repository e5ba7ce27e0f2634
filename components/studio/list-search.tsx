import type { KeyboardEvent } from 'react';
import { chosenBase } from '../../lib/faces/studio-state';
import { entryFilters } from '../../lib/protocol/studio-calls';
import { isComposing } from '../panel/is-composing';
import { KeyHint } from '../ui/key-hint';
import styles from './list-search.module.css';
import { goTo, places } from './places';
import { useStudio } from './studio-context';

/** Search and filters above the list. */
export function ListSearch() {
  const { state, actions, language, t } = useStudio();
  const { query, filter } = state.list;
  const count = new Intl.NumberFormat(language).format(chosenBase(state)?.entries ?? 0);
  const byKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      goTo('list');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      actions.moveCursor(0);
      void actions.openAtCursor().then((isOpen) => isOpen && goTo('title'));
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      actions.search('');
    }
  };
  return (
    <div className={styles.search}>
      <div className={styles.box}>
        <span aria-hidden="true">⌕</span>
        <input
          id={places.search}
          type="search"
          aria-label={t('studio.search.label')}
          placeholder={t('studio.search', { count })}
          autoComplete="off"
          value={query}
          onChange={(event) => actions.search(event.target.value)}
          onKeyDown={byKey}
        />
        <KeyHint keys="/" />
      </div>
      <fieldset className={styles.filters} aria-label={t('studio.filter')}>
        {entryFilters.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            onClick={() => actions.setFilter(one)}
          >
            {t(`studio.filter.${one}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
