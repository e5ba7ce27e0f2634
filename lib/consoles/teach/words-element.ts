import { textsIn } from '../generic/look';

/** Of what was pointed at, the element with most of the words: a row may have been meant as a whole. */
export function wordsElement(element: Element): Element {
  const longest = textsIn(element, 20).sort((one, other) => other.text.length - one.text.length)[0];
  return longest?.node.parentElement ?? element;
}
