import styles from './logo.module.css';

/** An index card with its red rule. */
export function Logo() {
  return <span className={styles.logo} aria-hidden="true" />;
}
