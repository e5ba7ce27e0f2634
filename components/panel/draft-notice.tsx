import { offeredDraft } from '../../lib/faces/kept-drafts';
import { Button } from '../ui/button';
import { CardStatusLine } from './card-status-line';
import styles from './draft-notice.module.css';
import { Notice } from './notice';
import { usePanel } from './panel-context';

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
      <Button small onClick={() => actions.putDraftBack(draft)}>
        {t('draft.put-back')}
      </Button>
      <CardStatusLine of="draft" />
    </Notice>
  );
}
