import { type ReactNode, useId } from 'react';
import styles from './settings-app.module.css';

type Props = {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
};

/** One card of the settings page. */
export function SettingsPart({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
