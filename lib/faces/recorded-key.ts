import type { Chord } from '../protocol/console-messages';

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

export type RecordedKey =
  | { readonly kind: 'chord'; readonly chord: Chord }
  /** Esc, or Tab on its way to the next field. */
  | { readonly kind: 'cancelled' }
  /** Without one of Alt, Ctrl and Meta a key belongs to the text that people write. */
  | { readonly kind: 'needs-modifier' }
  /** Only modifiers so far, or a key that an input method is using. */
  | { readonly kind: 'not-yet' };

const modifiers = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'OS', 'CapsLock', 'Fn'];

/** What a key press means while a key is being recorded. */
export function recordedKey(press: Press): RecordedKey {
  // 229 is what browsers report for keys that the input method has taken (UI Events, 7.3.1).
  if (press.isComposing || press.keyCode === 229 || press.code === '') return { kind: 'not-yet' };
  if (modifiers.includes(press.key)) return { kind: 'not-yet' };
  if (!press.altKey && !press.ctrlKey && !press.metaKey) {
    const leaves = press.key === 'Escape' || press.key === 'Tab';
    return { kind: leaves ? 'cancelled' : 'needs-modifier' };
  }
  const { code, altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift } = press;
  return { kind: 'chord', chord: { code, alt, ctrl, meta, shift } };
}
