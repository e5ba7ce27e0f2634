import type { Role } from '../../domain/message';
import { isVisible } from '../read/is-visible';
import { textsIn } from './look';
import { type RowSide, sideOf } from './row-side';
import { deliveryMark, roleOfWord, wordsOf } from './words';

/** What tells the rows of a page apart: learnt once, then asked of each row. */
export type RoleSigns = {
  readonly words: Readonly<Record<string, Role>>;
  readonly sides: Partial<Record<RowSide, Role>>;
  readonly authors: Readonly<Record<string, Role>>;
  readonly colours: Readonly<Record<string, Role>>;
  /** Which neighbour a row without an author goes with. */
  readonly inherits: 'no' | 'previous' | 'next';
};

/** What a row shows of who wrote it. */
export type RowSigns = {
  readonly words: ReadonlySet<string>;
  readonly side: RowSide;
  /** A short text, or a picture's name, before all others. */
  readonly author: string | undefined;
  readonly colour: string;
  readonly isNoteLike: boolean;
  readonly isDelivered: boolean;
};

const mostElements = 14;
const longestAuthor = 40;
const notAuthor = /^[\d\s:./,-]+$|^\d|[.?!。？！]$|\d:\d\d/;

/** @param column the box within which rows stand at one side or the other */
export function signsOf(row: Element, column: DOMRect): RowSigns {
  const elements = [row, ...row.querySelectorAll('*')].slice(0, mostElements);
  const texts = textsIn(row);
  const main = longestOf(texts);
  const words = new Set<string>();
  for (const element of elements) {
    // A date or a mark of delivery beside the text makes no line of the console of a message.
    const isAround = main === undefined || element.contains(main);
    for (const { name, value } of [...element.attributes]) {
      if (!/^(class|data-|aria-label|role$)/.test(name)) continue;
      for (const word of wordsOfAttribute(name, value)) {
        if (isAround || roleOfWord(word) !== 'system') words.add(word);
      }
    }
  }
  const painted = elements.find((element) => isPainted(element));
  const style = painted && styleOf(painted);
  const first = row.querySelector('img[alt], [data-author], [data-sender]');
  const named = first?.getAttribute('alt') || texts[0]?.text || '';
  return {
    words,
    side: sideOf(row, column),
    author:
      (texts.length > 1 || first?.getAttribute('alt')) &&
      named.length <= longestAuthor &&
      !notAuthor.test(named)
        ? named
        : undefined,
    colour: style ? style.backgroundColor : '',
    isNoteLike: elements.some(looksLikeNote),
    isDelivered: texts.some(({ text }) => text.length < 24 && deliveryMark.test(text)),
  };
}

function longestOf(texts: ReturnType<typeof textsIn>): Text | undefined {
  let longest = texts[0];
  for (const one of texts) {
    if (one.text.length > (longest?.text.length ?? 0)) longest = one;
  }
  return longest?.node;
}

function wordsOfAttribute(name: string, value: string): string[] {
  if (name === 'class' || name === 'aria-label' || name === 'role') {
    return value
      .split(/\s+/)
      .flatMap((token) => wordsOf(token).concat(name === 'class' ? [`.${token}`] : []));
  }
  if (value === 'true') return wordsOf(name.slice(5));
  // Not from me: from the other one.
  if (value === 'false') return wordsOf(name.slice(5)).map((word) => `not ${word}`);
  return value.length < 40 ? wordsOf(value).concat(`${name}=${value}`) : [];
}

const styleOf = (element: Element) => element.ownerDocument.defaultView?.getComputedStyle(element);

function isPainted(element: Element): boolean {
  const colour = styleOf(element)?.backgroundColor ?? '';
  return isVisible(element) && !/^(|transparent|rgba\(.*, 0\))$/.test(colour);
}

/** Consoles paint notes to staff like the slips of paper they stand for. */
function looksLikeNote(element: Element): boolean {
  return looksYellow(element) || styleOf(element)?.borderTopStyle === 'dashed';
}

export function looksYellow(element: Element): boolean {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (
    styleOf(element)?.backgroundColor.match(/[\d.]+/g) ?? []
  ).map(Number);
  return alpha > 0 && red > 200 && green > 170 && red - blue > 30 && green - blue > 20;
}
