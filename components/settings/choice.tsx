import { useId } from 'react';
import styles from './settings-app.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly chosen: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly words: string;
    readonly lang?: string;
  }[];
  readonly isLocked?: boolean;
  readonly onChoose: (value: Value) => void;
};

/** One of a few. */
export function Choice<Value extends string>({
  label,
  chosen,
  choices,
  isLocked,
  onChoose,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {choices.map(({ value, words, lang }) => (
        <label key={value} lang={lang}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            disabled={isLocked}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
