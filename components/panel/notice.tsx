import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './notice.module.css';
import { usePanel } from './panel-context';

type NoticeProps = {
  readonly tone: 'plain' | 'good' | 'bad';
  readonly children: ReactNode;
  readonly onDismiss?: () => void;
};

/** Something the agent should know, above the cards. */
export function Notice({ tone, children, onDismiss }: NoticeProps) {
  const { t } = usePanel();
  return (
    <div className={styles.notice} data-tone={tone} role="note">
      <div className={styles.text}>{children}</div>
      {onDismiss !== undefined && (
        <Button
          small
          look="ghost"
          aria-label={t('dismiss')}
          title={t('dismiss')}
          onClick={onDismiss}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </div>
  );
}
