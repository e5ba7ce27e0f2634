import type { ValueSource } from '../../protocol/recipe';
import { wordsIn } from '../generic/look';
import { stableSelectors } from './stable-selectors';

const afterColon = '[:：] ?(.+)$';
const afterNumberSign = '#(.+)$';

/** Where a value is read from that a person has pointed at: what names it goes before a colon. */
export function fieldSource(element: Element): ValueSource {
  const words = wordsIn(element, 80);
  const regex = [afterColon, afterNumberSign].find((pattern) => new RegExp(pattern).test(words));
  const selectors = stableSelectors(element);
  return { from: 'text', selectors, ...(regex === undefined ? {} : { regex }) };
}
