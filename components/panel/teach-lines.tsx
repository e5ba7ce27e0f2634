import type { TeachReading } from '../../lib/protocol/teach-messages';
import { usePanel } from './panel-context';
import styles from './teach-panel.module.css';

/** The last messages, each with who wrote it. */
export function TeachLines({ lines }: { readonly lines: TeachReading['latest'] }) {
  const { t } = usePanel();
  return (
    <ul className={styles.lines}>
      {lines.map(({ role, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name.
        <li key={at}>
          <span className={styles.sign} data-kind={role} aria-hidden="true" />
          <b>{t(`teach.role.${role}`)}</b>
          <span className={styles.line}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
