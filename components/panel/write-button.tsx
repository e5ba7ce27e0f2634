import type { ComponentProps, KeyboardEvent, MouseEvent } from 'react';
import { Button } from '../ui/button';

type WriteButtonProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'onKeyDown'> & {
  readonly onWrite: () => void;
};

/**
 * A button that writes, as into the reply box: once, also on a double click, whose second click may
 * come when the text is in already, or on what has moved under the pointer; and once on a held key.
 */
export function WriteButton({ onWrite, ...rest }: WriteButtonProps) {
  // The browser counts clicks by the system's own double-click time.
  const write = (event: MouseEvent) => {
    if (event.detail <= 1) onWrite();
  };
  const ignoreHeld = (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault();
  };
  return <Button {...rest} onClick={write} onKeyDown={ignoreHeld} />;
}
