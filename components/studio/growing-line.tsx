import type { ComponentProps } from 'react';
import styles from './growing-line.module.css';

type GrowingLineProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'rows'> & {
  readonly onText: (text: string) => void;
};

/** One line of text that wraps instead of hiding its end; a line break never gets into it. */
export function GrowingLine({ onText, className, onKeyDown, ...rest }: GrowingLineProps) {
  return (
    <textarea
      {...rest}
      rows={1}
      className={`${styles.line} ${className ?? ''}`}
      onChange={(event) => onText(event.target.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
      }}
    />
  );
}
