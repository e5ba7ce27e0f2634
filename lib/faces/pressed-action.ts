import type { Action, KeyBinding } from '../protocol/console-messages';

type Press = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'isTrusted' | 'repeat'
>;

/**
 * The action that a key press asks for. Presses made by scripts, held keys and keys that an input
 * method is still using ask for nothing.
 */
export function pressedAction(press: Press, bindings: readonly KeyBinding[]): Action | undefined {
  if (!press.isTrusted || press.isComposing || press.repeat) return undefined;
  return bindings.find(
    (binding) =>
      binding.code === press.code &&
      binding.alt === press.altKey &&
      binding.ctrl === press.ctrlKey &&
      binding.meta === press.metaKey &&
      binding.shift === press.shiftKey,
  )?.action;
}
