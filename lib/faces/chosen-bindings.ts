import type { Settings } from '../protocol/brain-calls';
import type { KeyBinding } from '../protocol/console-messages';
import { defaultBindings } from './default-bindings';
import type { Platform } from './platform';

/** Every action's key: the one the person chose, else the platform's own. */
export function chosenBindings(platform: Platform, keys: Settings['keys']): KeyBinding[] {
  return defaultBindings(platform).map((binding) => ({
    ...binding,
    ...keys[binding.action],
  }));
}
