import type { KeyboardEvent } from 'react';

/**
 * Whether an input method is still using the key. Safari ends the composition before it reports
 * the Enter that ended it, and then only the key code 229 tells.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
