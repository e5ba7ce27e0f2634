import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../ui/button';
import styles from './dialog.module.css';
import { OutcomeToast } from './outcome-toast';
import { useStudio } from './studio-context';
import { StudioLiveRegion } from './studio-live-region';

type DialogProps = {
  readonly title: string;
  readonly wide?: boolean;
  /** Not to be left by Esc just now. */
  readonly busy?: boolean;
  readonly children: ReactNode;
};

/**
 * A modal window; the browser keeps the focus in it and gives it back. What is outside is silent
 * meanwhile, so it has the toast and the live region in it.
 */
export function Dialog({ title, wide = false, busy = false, children }: DialogProps) {
  const { actions, t } = useStudio();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  // The button that brought the next step is gone with its own; the keyboard must not be.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  });
  return (
    <dialog
      ref={element}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) actions.closeDialog();
      }}
    >
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button
          look="ghost"
          aria-label={t('studio.close')}
          title={t('studio.close')}
          disabled={busy}
          onClick={() => actions.closeDialog()}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      {children}
      <OutcomeToast />
      <StudioLiveRegion />
    </dialog>
  );
}
