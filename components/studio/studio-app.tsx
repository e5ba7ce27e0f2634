import '../ui/tokens.css';
import type { StudioStore } from '../../lib/faces/studio-store';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { BaseDialog } from './base-dialog';
import { BaseNav } from './base-nav';
import { Editor } from './editor';
import { EntryList } from './entry-list';
import { GapsDialog } from './gaps-dialog';
import { ImportDialog } from './import-dialog';
import { LearnedPage } from './learned-page';
import { ListSearch } from './list-search';
import { OutcomeToast } from './outcome-toast';
import { OverlapsPage } from './overlaps-page';
import { PreviewCard } from './preview-card';
import { PublishBar } from './publish-bar';
import { RemoveBaseDialog } from './remove-base-dialog';
import { ReviewDialog } from './review-dialog';
import styles from './studio-app.module.css';
import { StudioContext, useStudio } from './studio-context';
import { StudioLiveRegion } from './studio-live-region';
import { StudioStart } from './studio-start';
import { TopBar } from './top-bar';
import { TryIt } from './try-it';
import tryStyles from './try-it.module.css';
import { UnsavedBar } from './unsaved-bar';
import { useStudioKeys } from './use-studio-keys';
import { useStudioLook } from './use-studio-look';

/** The Studio as a page: wants nothing but a store. */
export function StudioApp({ store }: { readonly store: StudioStore }) {
  return (
    <StudioContext value={store}>
      <StudioFrame />
    </StudioContext>
  );
}

function StudioFrame() {
  const { state, t } = useStudio();
  useStudioLook();
  useStudioKeys();
  return (
    <div className={styles.studio} data-pane={state.place === 'answers' ? state.pane : 'list'}>
      <TopBar />
      {state.bases === undefined ? <Waiting /> : <Desk />}
      <div className={styles.foot}>
        <UnsavedBar />
        <PublishBar />
      </div>
      {state.dialog === undefined && (
        <>
          <OutcomeToast />
          <StudioLiveRegion />
        </>
      )}
      {state.dialog?.kind === 'import' && <ImportDialog />}
      {state.dialog?.kind === 'base' && (
        <BaseDialog base={state.dialog.base} suggestedName={t('studio.start.base-name')} />
      )}
      {state.dialog?.kind === 'review' && <ReviewDialog base={state.dialog.base} />}
      {state.dialog?.kind === 'gaps' && <GapsDialog />}
      {state.dialog?.kind === 'remove-base' && <RemoveBaseDialog base={state.dialog.base} />}
    </div>
  );
}

function Waiting() {
  const { state, actions, t } = useStudio();
  return (
    <main className={styles.whole}>
      {state.brainState === 'unreachable' ? (
        <Words title={t('studio.unreachable')} hint={t('studio.unreachable.hint')}>
          <Button look="primary" onClick={() => void actions.connect()}>
            {t('studio.retry')}
          </Button>
        </Words>
      ) : (
        <Words late title={t('studio.loading')} />
      )}
    </main>
  );
}

function Desk() {
  const { state, t } = useStudio();
  if (state.place !== 'answers') {
    return (
      <>
        <BaseNav />
        <main className={styles.page}>
          {state.place === 'learned' ? <LearnedPage /> : <OverlapsPage />}
        </main>
      </>
    );
  }
  if (state.base === undefined) {
    return (
      <>
        <BaseNav />
        <StudioStart />
      </>
    );
  }
  return (
    <>
      <BaseNav />
      <section className={styles.list} aria-label={t('studio.list')}>
        <ListSearch />
        <EntryList />
      </section>
      <Editor />
      <aside className={tryStyles.side} aria-label={t('studio.try')}>
        <TryIt />
        <PreviewCard />
      </aside>
    </>
  );
}
