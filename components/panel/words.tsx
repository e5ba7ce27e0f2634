import type { ReactNode } from 'react';
import styles from './words.module.css';

type WordsProps = {
  readonly title: string;
  readonly hint?: string | undefined;
  /** Shown only when the state lasts long enough to be seen. */
  readonly late?: boolean;
  /** Buttons. */
  readonly children?: ReactNode;
};

/** A state of the panel that has no cards to show, in words. */
export function Words({ title, hint, late = false, children }: WordsProps) {
  return (
    <div className={late ? `${styles.words} ${styles.late}` : styles.words}>
      <span className={styles.blank} aria-hidden="true" />
      <h2>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
