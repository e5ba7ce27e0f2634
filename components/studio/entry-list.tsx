import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { draftKey } from '../../lib/faces/studio-draft';
import { rowAt, rowCount } from '../../lib/faces/studio-state';
import { rowsInSight, scrollToRow } from '../../lib/faces/studio-window';
import styles from './entry-list.module.css';
import { EntryListRow, rowId } from './entry-list-row';
import { ListEmpty } from './list-empty';
import { goTo, places } from './places';
import { useStudio } from './studio-context';

/** Every row is as tall; entry-list.module.css has the same figure. */
const rowHeightPx = 60;

/** The entries of a base, of which only those in sight are in the page. */
export function EntryList() {
  const { state, actions, t } = useStudio();
  const frame = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(600);
  const total = rowCount(state);
  const { from, to } = rowsInSight(scrollTop, height, rowHeightPx, total);
  const { cursor } = state;

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setHeight(element.clientHeight || 600);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (to > from) actions.needRows({ from, to });
  }, [actions, from, to]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    element.scrollTop = scrollToRow(cursor, element.scrollTop, element.clientHeight, rowHeightPx);
  }, [cursor]);

  // Another list is read from its beginning.
  const { query, filter } = state.list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three say that it is another one.
  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0;
  }, [state.base, query, filter]);

  const byKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeightPx) - 1);
    const steps: { readonly [key: string]: number } = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    const row = rowAt(state, cursor);
    if (to !== undefined) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && cursor === 0) goTo('search');
      else actions.moveCursor(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      void actions.openAtCursor().then((isOpen) => isOpen && goTo('title'));
    } else if (event.key === 'Delete' && row !== undefined && state.base !== undefined) {
      event.preventDefault();
      if (state.list.isOther) return;
      void actions.remove({ base: state.base, id: row.id });
    }
  };

  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  const atCursor = rowAt(state, cursor);
  return (
    <div
      ref={frame}
      className={styles.frame}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      {total === 0 && <ListEmpty />}
      <div
        id={places.list}
        className={styles.rows}
        style={{ blockSize: `${total * rowHeightPx}px` }}
        role="listbox"
        aria-label={t('studio.list')}
        aria-busy={state.list.isOther}
        aria-activedescendant={
          cursor >= from && cursor < to && atCursor !== undefined ? rowId(cursor) : undefined
        }
        tabIndex={total === 0 ? -1 : 0}
        onKeyDown={byKey}
      >
        {rows.map((at) => {
          const found = rowAt(state, at);
          const key = draftKey({ base: state.base ?? '', id: found?.id ?? '' });
          return (
            <EntryListRow
              key={at}
              at={at}
              top={at * rowHeightPx}
              total={total}
              found={found}
              isOpen={found !== undefined && key === (state.opening ?? state.open)}
              isAtCursor={at === cursor}
            />
          );
        })}
      </div>
    </div>
  );
}
