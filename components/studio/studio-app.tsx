import '../ui/tokens.css';
import type { StudioStore } from '../../lib/faces/studio-store';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { BaseNav } from './base-nav';
import { Editor } from './editor';
import { EntryList } from './entry-list';
import { FiguresPage } from './figures-page';
import { HistoryPage } from './history-page';
import { LearnedPage } from './learned-page';
import { ListSearch } from './list-search';
import { OpenDialog } from './open-dialog';
import { OutcomeToast, useOutcomeGoes } from './outcome-toast';
import { OverlapsPage } from './overlaps-page';
import { PreviewCard } from './preview-card';
import { PublishBar } from './publish-bar';
import styles from './studio-app.module.css';
import { StudioContext, useStudio } from './studio-context';
import { StudioLiveRegion } from './studio-live-region';
import { StudioStart } from './studio-start';
import { TeamNotice } from './team-notice';
import { TeamPage } from './team-page';
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
  const { state } = useStudio();
  useStudioLook();
  useStudioKeys();
  useOutcomeGoes();
  return (
    <div className={styles.studio} data-pane={state.place === 'answers' ? state.pane : 'list'}>
      <TopBar />
      {state.bases === undefined ? <Waiting /> : <Desk />}
      <div className={styles.foot}>
        <TeamNotice />
        <UnsavedBar />
        <PublishBar />
        {state.dialog === undefined && <OutcomeToast />}
      </div>
      {state.dialog === undefined && <StudioLiveRegion />}
      <OpenDialog />
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

const pages = {
  learned: LearnedPage,
  overlaps: OverlapsPage,
  history: HistoryPage,
  figures: FiguresPage,
  team: TeamPage,
};

function Desk() {
  const { state, t } = useStudio();
  const Page = state.place === 'answers' ? undefined : pages[state.place];
  if (Page !== undefined) {
    return (
      <>
        <BaseNav />
        <main className={styles.page}>
          <Page />
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
