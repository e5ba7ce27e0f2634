import '../ui/tokens.css';
import { type DragEvent, useState } from 'react';
import { keyLabel } from '../../lib/faces/key-label';
import { placeOf } from '../../lib/faces/panel-place';
import type { PanelStore } from '../../lib/faces/panel-store';
import type { Platform } from '../../lib/faces/platform';
import { Answers } from './answers';
import { FindBox } from './find-box';
import { Header } from './header';
import { Heard } from './heard';
import { ImportReport } from './import-report';
import { LiveRegion } from './live-region';
import { Notice } from './notice';
import styles from './panel-app.module.css';
import { PanelContext, usePanel } from './panel-context';
import { Rail } from './rail';
import { ResizeHandle } from './resize-handle';
import { StorageNotice } from './storage-notice';
import { useCoverWatch } from './use-cover-watch';
import { usePageLook } from './use-page-look';
import { usePanelKeys } from './use-panel-keys';
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
  if (placeOf(state).collapsed) {
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
      data-side={placeOf(state).side}
      className={isDropping ? `${styles.panel} ${styles.dropping}` : styles.panel}
      aria-label={t('panel.name')}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      <ResizeHandle />
      <Header />
      <Heard />
      <div className={styles.answers} data-ranking={state.ranking}>
        {isDropping && <Notice tone="plain">{t('import.drop-here')}</Notice>}
        {state.consoleState === 'gone' && (
          <Notice tone="bad">
            <p>
              <strong>{t('state.gone')}</strong>
            </p>
            <p>{t('state.gone.hint', { keys: refreshKey(state.platform) })}</p>
          </Notice>
        )}
        {state.movedAway && (
          <Notice tone="bad" onDismiss={() => actions.dismissMovedAway()}>
            {t('refused.conversation-changed')}
          </Notice>
        )}
        <StorageNotice />
        <ImportReport />
        <Welcome />
        <Answers />
      </div>
      <FindBox />
      <LiveRegion />
    </main>
  );
}

function refreshKey(platform: Platform): string {
  if (platform !== 'mac') return 'F5';
  return keyLabel({ code: 'KeyR', alt: false, ctrl: false, shift: false, meta: true }, platform);
}
