import { isVisible } from '../read/is-visible';

/** Where an element's text stands, in the coordinates of its window. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const mostTexts = 12;

/** The short way to an element's words, white space joined. */
export function wordsIn(element: Element, limit = 400): string {
  return (element.textContent ?? '')
    .slice(0, limit * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);
}

/** The visible texts of an element, each with the element around it. */
export function textsIn(element: Element, most = mostTexts): { text: string; node: Text }[] {
  const texts: { text: string; node: Text }[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let visits = 0; visits < most * 6 && texts.length < most; visits++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const text = node.data.slice(0, 400).trim();
    if (text !== '' && node.parentElement && isVisible(node.parentElement)) {
      texts.push({ text, node });
    }
  }
  return texts;
}

/** The box around all visible text of an element. */
export function textBox(element: Element): Box | undefined {
  const range = element.ownerDocument.createRange();
  let box: Box | undefined;
  for (const { node } of textsIn(element)) {
    range.selectNodeContents(node);
    const one = range.getBoundingClientRect();
    if (one.width === 0) continue;
    box = {
      left: Math.min(box?.left ?? one.left, one.left),
      right: Math.max(box?.right ?? one.right, one.right),
      top: Math.min(box?.top ?? one.top, one.top),
      bottom: Math.max(box?.bottom ?? one.bottom, one.bottom),
    };
  }
  return box;
}

/** How much of the narrower one's width both share, 0 to 1. */
export function sharedWidth(one: Box, other: Box): number {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const width = Math.min(one.right - one.left, other.right - other.left);
  return width <= 0 ? 0 : Math.max(0, shared / width);
}

/** What a field or a button is called by its attributes. */
export function labelOf(element: Element): string {
  return ['placeholder', 'data-placeholder', 'aria-label', 'title', 'name', 'id', 'class', 'type']
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .slice(0, 400);
}
