import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { learnedSources } from '../../lib/faces/studio-learning';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { phrasingStates } from '../../lib/protocol/learning-calls';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import styles from './learned-page.module.css';
import { LearnedRow } from './learned-row';
import { useStudio } from './studio-context';
import { useNews } from './use-news';

/** What was learned from agents' picks, to be accepted, refused or taken back. */
export function LearnedPage() {
  const { state, actions, team: store, language, t, tn } = useStudio();
  const { learned } = state;
  const { phrasings, counts, load, source } = learned;
  const team = useTeam(store);
  // Who publishes in a base looks after what its agents' picks taught.
  const seesTeams = team.bases.some(({ role }) => mayDo(role, 'supervisor'));
  const setsRules = team.role !== null && mayDo(team.role, 'supervisor');
  const news = useNews();
  const figures = new Intl.NumberFormat(language);
  const more = counts[learned.state] - phrasings.length;
  const list = useRef<HTMLUListElement>(null);
  const lastRow = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever the team has news.
  useEffect(() => {
    if (source === 'team') void actions.refreshPlace();
  }, [news]);

  // A decision takes its row away, with the button that was pressed: the keyboard goes to the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new list takes a row away.
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-learned]') ?? [];
    const next = rows[Math.min(lastRow.current, rows.length - 1)];
    next?.querySelector<HTMLElement>('[data-choices] button')?.focus();
  }, [phrasings]);

  return (
    <div className={styles.page}>
      <h2>{t('learned.name')}</h2>
      {(seesTeams || source === 'team') && (
        <fieldset className={styles.states} aria-label={t('learned.sources')}>
          {learnedSources.map((each) => (
            <Button
              key={each}
              small
              aria-pressed={each === source}
              className={styles.state}
              onClick={() => actions.showLearnedOf(each)}
            >
              {t(`learned.source.${each}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <p className={styles.hint}>{t(source === 'team' ? 'learned.team.hint' : 'learned.hint')}</p>
      {load === 'off' && (
        <Words title={t('learned.off')} hint={t('learned.off.hint')}>
          {setsRules && (
            <Button onClick={() => actions.openDialog({ kind: 'gaps' })}>
              {t('learned.off.open')}
            </Button>
          )}
        </Words>
      )}
      {load !== 'off' && (
        <fieldset className={styles.states} aria-label={t('learned.states')}>
          {phrasingStates.map((each) => (
            <Button
              key={each}
              small
              aria-pressed={each === learned.state}
              className={styles.state}
              onClick={() => actions.showLearned(each)}
            >
              {t(`learned.${each}`)} <span>{figures.format(counts[each])}</span>
            </Button>
          ))}
        </fieldset>
      )}
      {load === 'failed' && (
        <Words title={t('learned.failed')}>
          <Button onClick={() => void actions.refreshPlace()}>{t('studio.retry')}</Button>
        </Words>
      )}
      {load === 'loading' && <Words late title={t('studio.loading')} />}
      {load === 'ready' && phrasings.length === 0 && (
        <Words
          title={t(`learned.none.${learned.state}`)}
          hint={t(
            source === 'team' && learned.state === 'live'
              ? 'learned.none.team.hint'
              : `learned.none.${learned.state}.hint`,
          )}
        />
      )}
      {load !== 'failed' && load !== 'off' && phrasings.length > 0 && (
        <ul
          ref={list}
          className={styles.list}
          aria-label={t('learned.list')}
          onKeyDown={moveBetweenRows}
          onFocus={({ target, currentTarget }) => {
            const rows = [...currentTarget.querySelectorAll('[data-learned]')];
            lastRow.current = Math.max(
              0,
              rows.findIndex((row) => row.contains(target)),
            );
          }}
        >
          {phrasings.map((phrasing) => (
            <LearnedRow key={phrasing.id} phrasing={phrasing} />
          ))}
        </ul>
      )}
      {load === 'ready' && more > 0 && <p className={styles.hint}>{tn('learned.more', more)}</p>}
    </div>
  );
}

/** To the same button of the next row, or its last one. In a text field the arrows are the text's. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target;
  if (step === 0 || !(from instanceof HTMLElement) || from.matches('input')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-learned]')];
  const row = rows.findIndex((each) => each.contains(from));
  const buttons = (at: number) => [...(rows[at]?.querySelectorAll('button') ?? [])];
  const button = from.closest('button');
  const column = button === null ? 0 : buttons(row).indexOf(button);
  const next = buttons(row + step);
  if (next.length === 0) return;
  event.preventDefault();
  next[Math.min(Math.max(column, 0), next.length - 1)]?.focus();
}
