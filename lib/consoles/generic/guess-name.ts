import { nameInLinePattern } from '../../protocol/page-patterns';
import { isVisible } from '../read/is-visible';
import { wordsIn } from './look';
import { hostOf } from './selector-for';

const mostCandidates = 300;
const levelsUp = 8;
const lossPerLevel = 0.05;
const mostTexts = 1_500;
const longestLine = 60;
const nameWords = /name|title|customer|contact|visitor|requester|head|nick|who|user/i;
const looksLikeName = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*( [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*){0,3}$/u;
const noName = /^(online|offline|details?|tickets?|reports?|open|closed|reply|send|chat|inbox)$/i;

export type NameGuess = {
  readonly element: HTMLElement;
  readonly name: string;
  readonly sure: number;
};

/**
 * The element near the list that shows whom the conversation is with.
 * @param authors names that rows show: one of them is likely the customer's
 */
export function guessName(list: Element, authors: readonly string[]): NameGuess | undefined {
  let around: Element | null | undefined = list.parentElement ?? hostOf(list)?.parentElement;
  let best: NameGuess | undefined;
  const elsewhere = textsBeside(list);
  for (let level = 0; around && level < levelsUp; level++) {
    const guesses = [...around.querySelectorAll<HTMLElement>('*')]
      .slice(0, mostCandidates)
      .flatMap((element) =>
        list.contains(element) ? [] : guessAt(element, list, authors, elsewhere),
      );
    const alone = guesses.length === 1 ? 0.2 : 0;
    for (const guess of guesses) {
      const sure = Math.min(1, guess.sure + alone - level * lossPerLevel);
      if (sure > (best?.sure ?? 0.4)) best = { ...guess, sure };
    }
    around = around.parentElement ?? (around.getRootNode() as Partial<ShadowRoot>).host;
  }
  return best;
}

/** How often each line of the page, but the list's own, stands in it: conversations have lists, too. */
function textsBeside(list: Element): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const root = list.getRootNode();
  const walker = list.ownerDocument.createTreeWalker(root, 4);
  for (let visits = 0; visits < mostTexts; visits++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const text = node.data.trim();
    if (text === '' || text.length > longestLine || list.contains(node)) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Where the list begins to be seen: what is scrolled may begin far above its page. */
function shownTop(list: Element): number {
  let { top } = list.getBoundingClientRect();
  for (let at = list.parentElement; at !== null; at = at.parentElement) {
    const { overflowY = 'visible' } = at.ownerDocument.defaultView?.getComputedStyle(at) ?? {};
    if (overflowY !== 'visible') top = Math.max(top, at.getBoundingClientRect().top);
  }
  return top;
}

function guessAt(
  element: HTMLElement,
  list: Element,
  authors: readonly string[],
  elsewhere: ReadonlyMap<string, number>,
): NameGuess[] {
  if (element.firstElementChild !== null && element.localName !== 'p') return [];
  const line = wordsIn(element, 80);
  const name = new RegExp(nameInLinePattern).exec(line)?.[1]?.trim() ?? '';
  if (line.length > longestLine || noName.test(name)) return [];
  const isAuthor = authors.some((author) => author.startsWith(name) && name.length > 1);
  if (!isAuthor && !looksLikeName.test(name)) return [];
  if (element.closest('button, nav, label, textarea, option, [contenteditable], script, style')) {
    return [];
  }
  const box = element.getBoundingClientRect();
  const column = list.getBoundingClientRect();
  if (box.top > shownTop(list) || box.right < column.left || box.left > column.right) return [];
  if (!isVisible(element)) return [];
  let sure = isAuthor ? 0.7 : 0.3;
  if ((elsewhere.get(line) ?? 0) > 1) sure += 0.2;
  if (/^(h[1-6]|b|strong)$/.test(element.localName)) sure += 0.2;
  if (nameWords.test(`${element.className} ${element.id} ${element.parentElement?.className}`)) {
    sure += 0.15;
  }
  if (/^(visitor|customer|client|kunde|from|客户|访客)/i.test(line) && line !== name) sure += 0.2;
  return [{ element, name, sure }];
}
