import { useState } from 'react';
import { figureDays, figureTotals, momentOf } from '../../lib/faces/figure-days';
import { type FigureSpan, type FiguresReply, figureSpans } from '../../lib/protocol/hub-figures';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import styles from './figures-page.module.css';
import { FiguresTable } from './figures-table';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';
import { useFigures } from './use-figures';
import { useNews } from './use-news';

/** What the team did with its answers, day by day, as far back as the hub has counted. */
export function FiguresPage() {
  const { team, t } = useStudio();
  const [span, setSpan] = useState<FigureSpan>(7);
  const { known, look } = useFigures(team, span, useNews());
  return (
    <div className={styles.page}>
      <h2>{t('figures.name')}</h2>
      <p className={styles.hint}>{t('figures.hint')}</p>
      <fieldset className={styles.spans} aria-label={t('figures.span')}>
        {figureSpans.map((each) => (
          <Button
            key={each}
            small
            aria-pressed={each === span}
            className={styles.span}
            onClick={() => setSpan(each)}
          >
            {t(each === 365 ? 'figures.year' : 'figures.days', { count: each })}
          </Button>
        ))}
      </fieldset>
      {known === undefined && <Words late title={t('studio.loading')} />}
      {known !== undefined && known.load !== 'told' && known.reply === undefined && (
        <Words
          title={t(known.load === 'unreachable' ? 'figures.failed' : refusalWords(known.load))}
          hint={t('history.failed.hint')}
        >
          <Button onClick={look}>{t('studio.retry')}</Button>
        </Words>
      )}
      {known?.reply !== undefined && (
        <>
          {known.load !== 'told' && <p className={styles.hint}>{t('history.stale')}</p>}
          <Told reply={known.reply} span={span} />
        </>
      )}
    </div>
  );
}

type ToldProps = { readonly reply: FiguresReply; readonly span: FigureSpan };

function Told({ reply, span }: ToldProps) {
  const { language, t } = useStudio();
  const days = figureDays(reply, span);
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const { since, today } = reply;
  if (since === null) return <Words title={t('figures.none')} hint={t('figures.none.hint')} />;
  const totals = figureTotals(days);
  return (
    <>
      {since > today - span + 1 && (
        <p className={styles.hint}>{t('figures.since', { date: dates.format(momentOf(since)) })}</p>
      )}
      <dl className={styles.tiles}>
        {(['picks', 'edits', 'rejections', 'gaps'] as const).map((kind) => (
          <div key={kind} className={styles.tile} data-total={kind}>
            <dt>{t(`figures.${kind}`)}</dt>
            <dd>{numbers.format(totals[kind])}</dd>
          </div>
        ))}
      </dl>
      <FiguresTable key={span} days={days} />
    </>
  );
}
