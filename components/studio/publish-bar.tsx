import { chosenBase } from '../../lib/faces/studio-state';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { Button } from '../ui/button';
import bar from './bottom-bar.module.css';
import styles from './publish-bar.module.css';
import { PublishForm } from './publish-form';
import { useStudio } from './studio-context';
import { useGaps } from './use-gaps';
import { useNews } from './use-news';
import { usePublishing } from './use-publishing';
import { isOpenProposal, useReview } from './use-review';

/** Whose answers these are, what of them the team does not have yet, and who has the newest. */
export function PublishBar() {
  const { state } = useStudio();
  // What was written or said of one base is not of the next.
  return <Bar key={state.base} />;
}

function Bar() {
  const { state, actions, team: store, t, tn } = useStudio();
  const team = useTeam(store);
  const base = chosenBase(state)?.base;
  const held = team.bases.find(({ kb }) => kb === base?.id);
  const news = useNews();
  const publishing = usePublishing(store, held?.kb, news);
  const maySeeReview = held !== undefined && mayDo(held.role, 'author');
  const { list } = useReview(store.review, maySeeReview ? held.kb : undefined, news);
  const isSupervisor = team.role !== null && mayDo(team.role, 'supervisor');
  const { known: gaps } = useGaps(store.gaps, isSupervisor, news);
  const waiting = (list?.proposals ?? []).filter(isOpenProposal).length;
  if (base === undefined || base.smallTalk) return null;
  if (team.state === 'none' || team.state === 'removed') return null;

  const told = publishing.told !== undefined && (
    <p className={styles.told} role="alert">
      {t(publishing.told)}
    </p>
  );
  if (held === undefined) {
    if (team.role === null || !mayDo(team.role, 'supervisor')) return null;
    const { organisation } = team;
    return (
      <section className={bar.bar} aria-label={t('publish.name')}>
        <b>{t('publish.own')}</b>
        {told}
        <span className={bar.gap} />
        <Button disabled={publishing.isWorking} onClick={() => publishing.share(base.id)}>
          {publishing.isWorking ? t('publish.working') : t('publish.share', { organisation })}
        </Button>
      </section>
    );
  }
  if (!mayDo(held.role, 'author')) {
    return (
      <section className={bar.bar} aria-label={t('publish.name')}>
        <span className={bar.quiet}>{t('publish.read-only')}</span>
      </section>
    );
  }
  const { panels } = publishing;
  return (
    <section className={bar.bar} aria-label={t('publish.name')}>
      {held.unpublished > 0 ? (
        <PublishForm
          publishing={publishing}
          base={base.id}
          count={held.unpublished}
          needsReview={!mayDo(held.role, 'supervisor') || (list?.approvals ?? 0) > 0}
        />
      ) : (
        <b>{t(waiting > 0 ? 'publish.all-else' : 'publish.all')}</b>
      )}
      {told}
      {publishing.done !== undefined && (
        <p className={styles.done} role="status">
          {t(publishing.done)}
        </p>
      )}
      <div className={styles.others}>
        {gaps !== null && (
          <Button onClick={() => actions.openDialog({ kind: 'gaps' })}>
            {t('gaps.open', { count: gaps.gaps.length })}
          </Button>
        )}
        {list !== null && (
          <Button onClick={() => actions.openDialog({ kind: 'review', base: held.kb })}>
            {waiting > 0 ? tn('review.open', waiting) : t('review.name')}
          </Button>
        )}
        {panels !== null && (
          <span className={bar.quiet} data-panels={`${panels.current}/${panels.total}`}>
            {t('publish.panels', { current: panels.current, total: panels.total })}
          </span>
        )}
      </div>
    </section>
  );
}
