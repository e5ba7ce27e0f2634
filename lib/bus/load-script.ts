import { must } from '../base/must';
import { askBackground } from './ask-background';

/**
 * Has another script of ours run beside this one.
 * @param left what it leaves there
 */
export async function loadScript<Left>(
  call: 'generic.load' | 'teach.load',
  left: () => Left | undefined,
): Promise<Left> {
  await askBackground(call, null);
  return must(left(), call);
}
