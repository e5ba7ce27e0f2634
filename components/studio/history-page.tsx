import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './history-page.module.css';
import { RevisionRow } from './revision-row';
import { useStudio } from './studio-context';
import { useHistory } from './use-history';
import { useNews } from './use-news';

/** What was published in a team's base, who has it, and the way back. */
export function HistoryPage() {
  const { state, team: store, t } = useStudio();
  const team = useTeam(store);
  const [chosen, setChosen] = useState<string>();
  const nameOf = (kb: string) => state.bases?.find(({ base }) => base.id === kb)?.base.name ?? kb;
  const shown =
    team.bases.find(({ kb }) => kb === (chosen ?? state.base)) ?? team.bases.at(0) ?? undefined;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2>{t('history.name')}</h2>
        {shown !== undefined && (
          <select
            className={field.field}
            aria-label={t('history.base')}
            value={shown.kb}
            onChange={({ target }) => setChosen(target.value)}
          >
            {team.bases.map(({ kb }) => (
              <option key={kb} value={kb}>
                {nameOf(kb)}
              </option>
            ))}
          </select>
        )}
      </div>
      {shown === undefined ? (
        <Words title={t('history.none')} hint={t('history.none.hint')} />
      ) : mayDo(shown.role, 'author') ? (
        <Revisions kb={shown.kb} mayRollBack={mayDo(shown.role, 'supervisor')} />
      ) : (
        <Words title={t('history.not-yours')} hint={t('history.not-yours.hint')} />
      )}
    </div>
  );
}

type RevisionsProps = { readonly kb: string; readonly mayRollBack: boolean };

function Revisions({ kb, mayRollBack }: RevisionsProps) {
  const { team, language, now, t, tn } = useStudio();
  const { revisions, more, panels, load, showOlder, refresh } = useHistory(team, kb, useNews());
  const total = panels.reduce((sum, each) => sum + each.panels, 0);
  const on = new Map(panels.map(({ version, panels: count }) => [version, count]));
  const numbers = new Map(revisions.map(({ version, number }) => [version, number]));
  // To the minute: what the rows show does not change more often.
  const minute = Math.floor(now() / 60_000);
  if (load === 'loading') return <Words late title={t('studio.loading')} />;
  if (revisions.length === 0) {
    if (load === 'told') return <Words title={t('history.none')} hint={t('history.none.hint')} />;
    const isNo = load === 'refused' || load === 'gone';
    return (
      <Words title={t(isNo ? 'history.refused' : 'history.failed')} hint={t('history.failed.hint')}>
        <Button onClick={refresh}>{t('studio.retry')}</Button>
      </Words>
    );
  }
  return (
    <>
      <p className={styles.hint}>{t(load === 'told' ? 'history.hint' : 'history.stale')}</p>
      <ol className={styles.list} aria-label={t('history.list')}>
        {revisions.map((revision, at) => (
          <RevisionRow
            key={revision.version}
            kb={kb}
            revision={revision}
            head={revisions[0]?.version ?? 0}
            isNewest={at === 0}
            backTo={revision.rollbackTo === null ? undefined : numbers.get(revision.rollbackTo)}
            panels={on.get(revision.version) ?? 0}
            total={total}
            mayRollBack={mayRollBack}
            minute={minute}
            language={language}
          />
        ))}
      </ol>
      {more > 0 && (
        <Button className={styles.more} onClick={showOlder}>
          {tn('history.older', more)}
        </Button>
      )}
    </>
  );
}
