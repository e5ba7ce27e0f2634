import type { Action, Chord, KeyBinding } from '../protocol/console-messages';
import type { Platform } from './platform';

/** Why a key may not do what it was chosen for. */
export type KeyWarning =
  | { readonly kind: 'shared'; readonly with: Action }
  /** The browser or the system takes it for itself, or people need it for writing. */
  | { readonly kind: 'taken' };

/** Two actions on one key come first: of those, only the first in the list would be heard. */
export function keyWarning(
  binding: KeyBinding,
  bindings: readonly KeyBinding[],
  platform: Platform,
): KeyWarning | undefined {
  const other = bindings.find((one) => one.action !== binding.action && isSameChord(one, binding));
  if (other !== undefined) return { kind: 'shared', with: other.action };
  return isTaken(binding, platform) ? { kind: 'taken' } : undefined;
}

export function isSameChord(one: Chord, other: Chord): boolean {
  return (
    one.code === other.code &&
    one.alt === other.alt &&
    one.ctrl === other.ctrl &&
    one.meta === other.meta &&
    one.shift === other.shift
  );
}

/** Whether two lists of the same actions name the same keys. */
export function isSameKeys(one: readonly KeyBinding[], other: readonly KeyBinding[]): boolean {
  return one.every((binding, at) => {
    const match = other[at];
    return match?.action === binding.action && isSameChord(match, binding);
  });
}

/**
 * Keys of browsers and systems, from the shortcut lists of Chrome and Firefox. Those of the first
 * line never reach a page in Chrome; the others do, but people rely on what they do.
 */
const commandKeys = [
  ...['KeyT', 'KeyW', 'KeyN'],
  ...['KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyZ', 'KeyY', 'KeyF', 'KeyL', 'KeyR', 'KeyP', 'KeyS'],
];

function isTaken(chord: Chord, platform: Platform): boolean {
  const { code, alt, ctrl, meta } = chord;
  const digit = /^Digit\d$/.test(code);
  // Ctrl+Tab turns the browser's tabs everywhere, Alt+Tab and ⌘Tab the windows.
  if (code === 'Tab') return true;
  if (platform === 'mac') {
    if (!meta || alt || ctrl) return false;
    return digit || commandKeys.includes(code) || ['KeyQ', 'KeyH', 'KeyM'].includes(code);
  }
  // The window manager's own key: most of these never reach the browser.
  if (meta) return true;
  if (ctrl && !alt) return digit || commandKeys.includes(code);
  if (!alt || ctrl) return false;
  if (['F4', 'ArrowLeft', 'ArrowRight', 'Home'].includes(code)) return true;
  return platform === 'linux' && digit && !chord.shift;
}
