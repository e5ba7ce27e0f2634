import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import styles from './drop-down.module.css';

export type Choice = {
  readonly key: string;
  readonly words: string;
  readonly onChoose: () => void;
  readonly danger?: boolean;
};

type DropDownProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** Its choices are long: they take the room of the whole bar. */
  readonly wide?: boolean;
  readonly choices: readonly Choice[];
};

/** A button with a short list of actions under it. */
export function DropDown({ label, children, wide = false, choices }: DropDownProps) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const byKey = (event: KeyboardEvent) => {
    const buttons = [...(frame.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      buttons[0]?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows and Esc work wherever in it the focus is.
    <div ref={frame} className={styles.frame} data-wide={wide ? '' : undefined} onKeyDown={byKey}>
      <Button
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </Button>
      <ul id={id} className={styles.list} hidden={!isOpen} aria-label={label}>
        {choices.map(({ key, words, onChoose, danger }) => (
          <li key={key}>
            <button
              type="button"
              data-danger={danger ? '' : undefined}
              onClick={() => {
                setOpen(false);
                onChoose();
              }}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
