import type { ReactNode } from 'react';
import styles from './chip.module.css';

type ChipProps = {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'good' | 'warning' | 'alarm';
  /** The whole text, where the chip may be too narrow for it. */
  readonly title?: string;
};

export function Chip({ children, tone = 'plain', title }: ChipProps) {
  const classes = tone === 'plain' ? styles.chip : `${styles.chip} ${styles[tone]}`;
  return (
    <span className={classes} title={title}>
      {children}
    </span>
  );
}
