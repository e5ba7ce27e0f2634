import { localDay } from '../../lib/base/local-day';
import { answerStart } from '../../lib/faces/answer-start';
import type { rowAt } from '../../lib/faces/studio-state';
import { slotWords } from '../panel/slot-words';
import styles from './entry-list.module.css';
import { type Studio, useStudio } from './studio-context';

export const rowId = (at: number) => `studio-row-${at}`;

type Found = ReturnType<typeof rowAt>;

type RowProps = {
  readonly at: number;
  /** In px from the list's beginning. */
  readonly top: number;
  readonly total: number;
  readonly found: Found;
  readonly isOpen: boolean;
  readonly isAtCursor: boolean;
};

export function EntryListRow({ at, top, total, found, isOpen, isAtCursor }: RowProps) {
  const studio = useStudio();
  const { actions, t } = studio;
  const title = (found?.draft?.title ?? found?.row?.title ?? '').trim();
  const picks = found?.row?.picks ?? 0;
  const standing = standingOf(found, studio);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys.
    <div
      id={rowId(at)}
      className={styles.row}
      style={{ insetBlockStart: `${top}px` }}
      role="option"
      aria-selected={isOpen}
      aria-posinset={at + 1}
      aria-setsize={total}
      data-cursor={isAtCursor ? '' : undefined}
      tabIndex={-1}
      onClick={() => void actions.openAt(at)}
    >
      <span className={styles.title}>
        {found === undefined ? t('studio.row.loading') : title || t('studio.row.untitled')}
      </span>
      {picks > 0 && <span className={styles.picks}>{t('studio.row.picks', { count: picks })}</span>}
      <span className={styles.second} data-tone={standing?.tone}>
        {standing?.words ?? startOf(found, t)}
      </span>
    </div>
  );
}

const startOf = (found: Found, t: Studio['t']) =>
  answerStart(found?.row?.start ?? '', (slot) => slotWords(slot, t));

type Standing = { readonly tone: 'mine' | 'warn' | 'note'; readonly words: string };

/** What is worth knowing of an entry before its first words are. */
function standingOf(found: Found, { t, now }: Studio): Standing | undefined {
  if (found === undefined) return undefined;
  const { draft, row } = found;
  if (draft !== undefined) {
    return { tone: 'mine', words: t(row === undefined ? 'studio.row.new' : 'studio.row.edited') };
  }
  if (row === undefined) return undefined;
  const day = row.validUntil;
  if (day !== null && day < localDay(now())) {
    return { tone: 'warn', words: `▲ ${t('studio.row.expired', { day })}` };
  }
  if (day !== null && day <= localDay(now() + 30 * 24 * 60 * 60 * 1000)) {
    return { tone: 'warn', words: `▲ ${t('studio.row.expires', { day })}` };
  }
  if (row.mustEdit) {
    return { tone: 'note', words: `✎ ${t('studio.row.must-edit')} · ${startOf(found, t)}` };
  }
  return undefined;
}
