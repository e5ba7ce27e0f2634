import { isWritten } from '../generic/guess-plan';
import { textsIn } from '../generic/look';
import type { FoundRows } from './find-rows';

const mostLevels = 6;
const mostTexts = 20;

/**
 * Where in the rows the written words are, without the author and the time around them; undefined
 * where the whole row is just that, or where nothing names the place.
 */
export function findText(
  { customerRow, rows }: FoundRows,
  words: Element,
  authors: readonly string[],
): string | undefined {
  // By pieces of text, not by lines: what looks like two lines may be one to the reader.
  const isClean = (element: Element) =>
    textsIn(element, mostTexts).every(({ text }) => isWritten(text, authors));
  if (isClean(customerRow)) return undefined;
  const levels: Element[] = [];
  for (let at: Element | null = words; at !== null && at !== customerRow; at = at.parentElement) {
    levels.push(at);
  }
  for (const level of levels.slice(-mostLevels).reverse()) {
    if (!isClean(level)) continue;
    const selector = namesOf(level).find((name) => isThePlace(name, rows, isClean));
    if (selector !== undefined) return selector;
  }
  return undefined;
}

function namesOf(element: Element): string[] {
  const classes = [...element.classList].map((name) => `.${CSS.escape(name)}`);
  return [...classes, element.localName];
}

/** Once in most rows, and nothing but words there. */
function isThePlace(
  selector: string,
  rows: readonly Element[],
  isClean: (element: Element) => boolean,
): boolean {
  const having = rows.filter((row) => row.querySelector(selector) !== null);
  const once = having.filter((row) => row.querySelectorAll(selector).length === 1);
  const clean = once.filter((row) => {
    const place = row.querySelector(selector);
    return place !== null && isClean(place);
  });
  return having.length > 1 && clean.length >= having.length * 0.7;
}
