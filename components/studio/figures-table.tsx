import { useState } from 'react';
import { momentOf } from '../../lib/faces/figure-days';
import type { DayFigures } from '../../lib/protocol/hub-figures';
import { Button } from '../ui/button';
import styles from './figures-page.module.css';
import { useStudio } from './studio-context';

const rowsAtOnce = 31;

/** A row a day, the newest first; a bar beside the picks says how they compare. */
export function FiguresTable({ days }: { readonly days: readonly DayFigures[] }) {
  const { language, t } = useStudio();
  const [most, setMost] = useState(rowsAtOnce);
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const highest = Math.max(1, ...days.map(({ picks }) => picks));
  return (
    <>
      <div className={styles.box}>
        <table className={styles.table}>
          <caption>{t('figures.by-day')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.day')}</th>
              <th scope="col">{t('figures.picks')}</th>
              <th scope="col">{t('figures.edits')}</th>
              <th scope="col">{t('figures.rejections')}</th>
              <th scope="col">{t('figures.gaps')}</th>
            </tr>
          </thead>
          <tbody>
            {days.slice(0, most).map(({ day, picks, edits, rejections, gaps }) => (
              <tr key={day} data-day={day}>
                <th scope="row">{dates.format(momentOf(day))}</th>
                <td>
                  <span
                    className={styles.bar}
                    style={{ inlineSize: `calc((100% - 8px) * ${picks / highest})` }}
                  />
                  {numbers.format(picks)}
                </td>
                <td>{numbers.format(edits)}</td>
                <td>{numbers.format(rejections)}</td>
                <td>{numbers.format(gaps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {days.length > most && (
        <Button small className={styles.more} onClick={() => setMost(most + rowsAtOnce)}>
          {t('team.more')}
        </Button>
      )}
    </>
  );
}
