import '../ui/tokens.css';
import { type DragEvent, useState } from 'react';
import { isFolded, placeOf } from '../../lib/faces/panel-place';
import type { PanelStore } from '../../lib/faces/panel-store';
import { Button } from '../ui/button';
import { Answers } from './answers';
import { BetterLine } from './better-line';
import { DraftNotice } from './draft-notice';
import { FindBox } from './find-box';
import { Header } from './header';
import { HealthNotice } from './health-notice';
import { Heard } from './heard';
import { ImportReport } from './import-report';
import { LiveRegion } from './live-region';
import { Notice } from './notice';
import styles from './panel-app.module.css';
import { PanelContext, usePanel } from './panel-context';
import { PreparingLine } from './preparing-line';
import { Rail } from './rail';
import { ResizeHandle } from './resize-handle';
import { ShareTaught } from './share-taught';
import { StorageNotice } from './storage-notice';
import { TaughtNotice } from './taught-notice';
import { TeachPanel } from './teach-panel';
import { TeamLine } from './team-line';
import { TeamNotice } from './team-notice';
import { useCoverWatch } from './use-cover-watch';
import { usePageLook } from './use-page-look';
import { usePanelKeys } from './use-panel-keys';
import { useTeachWish } from './use-teach-wish';
import { Welcome } from './welcome';

/** The panel as a page: fills its frame, wants nothing but a store. */
export function PanelApp({ store }: { readonly store: PanelStore }) {
  useCoverWatch(store);
  return (
    <PanelContext value={store}>
      <PanelFrame />
    </PanelContext>
  );
}

function PanelFrame() {
  const { state, actions, t } = usePanel();
  const [isDropping, setDropping] = useState(false);
  usePageLook();
  usePanelKeys();
  useTeachWish();
  if (isFolded(state)) {
    return (
      <>
        <Rail />
        <LiveRegion />
      </>
    );
  }
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setDropping(true);
  };
  // Also fires between the panel's own elements.
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
      setDropping(false);
    }
  };
  const drop = (event: DragEvent) => {
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void actions.importFile(file);
  };
  return (
    <main
      data-side={state.surface === 'docked' ? placeOf(state).side : 'none'}
      className={isDropping ? `${styles.panel} ${styles.dropping}` : styles.panel}
      aria-label={t('panel.name')}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {state.surface === 'docked' && <ResizeHandle />}
      <Header />
      <PreparingLine />
      <Heard />
      <div className={styles.answers} data-ranking={state.ranking}>
        {isDropping && <Notice tone="plain">{t('import.drop-here')}</Notice>}
        {state.consoleState === 'gone' && (
          <Notice tone="bad">
            <p>
              <strong>{t('state.gone')}</strong>
            </p>
            <p>{t('state.gone.hint')}</p>
            <Button small look="primary" onClick={() => actions.refreshPage()}>
              {t('state.gone.refresh')}
            </Button>
          </Notice>
        )}
        {state.yielded && (
          <Notice tone="bad">
            <p>
              <strong>{t('state.yielded')}</strong>
            </p>
            <p>{t('state.yielded.hint')}</p>
            {actions.openSidePanel && (
              <>
                <p>{t('state.yielded.side')}</p>
                <Button small look="primary" onClick={actions.openSidePanel}>
                  {t('popup.side-panel')}
                </Button>
              </>
            )}
          </Notice>
        )}
        {state.movedAway && (
          <Notice tone="bad" onDismiss={() => actions.dismissMovedAway()}>
            {t('refused.conversation-changed')}
          </Notice>
        )}
        <DraftNotice />
        <HealthNotice />
        <TaughtNotice />
        <ShareTaught />
        <StorageNotice />
        <TeamNotice />
        <ImportReport />
        {state.teaching === undefined ? (
          <>
            <Welcome />
            <Answers />
          </>
        ) : (
          <TeachPanel teaching={state.teaching} />
        )}
      </div>
      <BetterLine />
      <TeamLine />
      <FindBox />
      <LiveRegion />
    </main>
  );
}
