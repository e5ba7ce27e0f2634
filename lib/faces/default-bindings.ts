import type { Action, KeyBinding } from '../protocol/console-messages';
import type { Platform } from './platform';

/** Keys by their place on the board: Alt changes the letter that a key gives, never its place. */
const keys: readonly (readonly [action: Action, code: string, shift: boolean])[] = [
  ['insert-1', 'Digit1', false],
  ['insert-2', 'Digit2', false],
  ['insert-3', 'Digit3', false],
  ['edit-1', 'Digit1', true],
  ['edit-2', 'Digit2', true],
  ['edit-3', 'Digit3', true],
  ['find', 'Slash', false],
  ['toggle', 'Digit0', false],
  ['hold', 'Digit9', false],
];

/** The keys as they come. Browsers on Linux take Alt+digit for their tabs, so Ctrl is added there. */
export function defaultBindings(platform: Platform): KeyBinding[] {
  return keys.map(([action, code, shift]) => ({
    action,
    code,
    alt: true,
    ctrl: platform === 'linux',
    meta: false,
    shift,
  }));
}
