import type { Action, KeyBinding } from '../protocol/console-messages';
import type { Platform } from './platform';

const plain: { readonly [code: string]: string } = { Slash: '/', Enter: 'Enter' };

/** A key as the person's platform writes it: `⌥1` on a Mac, `Alt+1` elsewhere. */
export function keyLabel(binding: Omit<KeyBinding, 'action'>, platform: Platform): string {
  const key = plain[binding.code] ?? binding.code.replace(/^(Digit|Key)/, '');
  if (platform === 'mac') {
    const signs = [
      binding.ctrl ? '⌃' : '',
      binding.alt ? '⌥' : '',
      binding.shift ? '⇧' : '',
      binding.meta ? '⌘' : '',
    ].join('');
    return signs + (key === 'Enter' ? '↵' : key);
  }
  const words = [
    binding.ctrl ? 'Ctrl' : '',
    binding.alt ? 'Alt' : '',
    binding.shift ? 'Shift' : '',
    binding.meta ? 'Meta' : '',
    key,
  ];
  return words.filter((word) => word !== '').join('+');
}

/** Label of an action's key; empty where the action has none. */
export function actionLabel(
  action: Action,
  bindings: readonly KeyBinding[],
  platform: Platform,
): string {
  const binding = bindings.find((one) => one.action === action);
  return binding === undefined ? '' : keyLabel(binding, platform);
}

/** A shortcut of the platform's own, such as paste: ⌘ on a Mac, Ctrl elsewhere. */
export function commandLabel(code: string, platform: Platform): string {
  const mac = platform === 'mac';
  return keyLabel({ code, alt: false, shift: false, ctrl: !mac, meta: mac }, platform);
}
