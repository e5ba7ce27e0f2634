import type { KeyboardEvent } from 'react';
import type { SlotName } from '../../lib/domain/slots';
import { slotSource } from '../../lib/faces/card-context';
import { isComposing } from './is-composing';
import { usePanel } from './panel-context';
import styles from './slot-field.module.css';
import { slotWords } from './slot-words';

type SlotFieldProps = {
  readonly slot: SlotName;
  readonly value: string;
  readonly onFill: (value: string) => void;
  /** Enter: the agent is done and wants the answer inserted. */
  readonly onDone: () => void;
};

/** Asks for a slot's value right where it stands in the answer. */
export function SlotField({ slot, value, onFill, onDone }: SlotFieldProps) {
  const { t } = usePanel();
  const words = slotWords(slot, t);
  const done = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) onDone();
  };
  return (
    <input
      className={styles.field}
      type="text"
      data-slot={slot}
      aria-label={words}
      placeholder={words}
      autoComplete="off"
      style={{ inlineSize: `${columns(value || words) + 2}ch` }}
      value={value}
      onChange={(event) => onFill(event.target.value)}
      onKeyDown={done}
    />
  );
}

/** A slot where nothing can be typed: its value, or what is still to be filled in. */
export function SlotText({ slot, value }: { readonly slot: SlotName; readonly value: string }) {
  const { state, t } = usePanel();
  const source = slotSource(state, slot);
  const from = source && t(`slot.from.${source}`, { slot: slotWords(slot, t) });
  return value === '' ? (
    <span className={styles.open}>{slotWords(slot, t)}</span>
  ) : (
    <span className={styles.filled} title={from} data-from={source}>
      {value}
    </span>
  );
}

/** Width in `ch`; Chinese characters take two. */
function columns(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
