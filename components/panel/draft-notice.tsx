import { offeredDraft } from '../../lib/faces/kept-drafts';
import { CardStatusLine } from './card-status-line';
import styles from './draft-notice.module.css';
import { Notice } from './notice';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

/** What the agent was writing when the page was loaded anew. */
export function DraftNotice() {
  const { state, actions, t } = usePanel();
  const draft = offeredDraft(state);
  if (draft === undefined) return null;
  return (
    <Notice tone="plain" onDismiss={() => actions.dismissDraft(draft)}>
      <p>
        <strong>{t('draft.kept')}</strong>
      </p>
      <p className={styles.draft}>{draft.text}</p>
      <WriteButton small onWrite={() => actions.putDraftBack(draft)}>
        {t('draft.put-back')}
      </WriteButton>
      <CardStatusLine of="draft" />
    </Notice>
  );
}
