import styles from './key-hint.module.css';

/** A key as written on the person's own keyboard; nothing where an action has no key. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return keys === '' ? null : (
    <kbd dir="ltr" className={styles.key}>
      {keys}
    </kbd>
  );
}
