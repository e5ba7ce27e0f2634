import { isVisible } from '../read/is-visible';
import { sharedWidth, textBox, wordsIn } from './look';

export type ListGuess = {
  readonly list: Element;
  readonly rows: readonly Element[];
  /** Matches the rows among the list's children; empty for all of them. */
  readonly rowFilter: string;
  readonly score: number;
};

const mostContainers = 4_000;
const mostRows = 40;
const listWords =
  /messag|chat|conversation|thread|timeline|transcript|feed|stream|\blog\b|消息|对话/i;
const otherWords = /\b(nav|menu|sidebar|toolbar|tabs?|footer|inbox|contacts?|people|users?)\b/i;

/** The message list that goes with a reply box: repeated texts in the same column. */
export function guessList(root: Document | ShadowRoot, composer: Element): ListGuess | undefined {
  let best: ListGuess | undefined;
  const elements = root.querySelectorAll('*');
  for (let at = 0; at < elements.length && at < mostContainers; at++) {
    const element = elements[at];
    if (element === undefined || element.childElementCount < 2) continue;
    if (composer === element || composer.contains(element)) continue;
    const guess = guessFrom(element, composer);
    if (guess && guess.score > (best?.score ?? 0)) best = guess;
  }
  return best;
}

/** What an element would be worth as the list, and its rows; undefined where it can be none. */
export function guessFrom(list: Element, composer: Element): ListGuess | undefined {
  if (
    /^(ul|ol|div|section|main|article|table|tbody|form|p|span|dl|fieldset)$/.test(
      list.localName,
    ) === false &&
    !list.localName.includes('-')
  )
    return undefined;
  if (list.closest('nav, [role=navigation], [role=menu], [role=tablist], select, svg, thead')) {
    return undefined;
  }
  const isAround = list.contains(composer);
  const children = [...list.children].slice(-mostRows * 2);
  const texts = children.filter(
    (child) =>
      !/^(script|style|template|button|select|label|h1|h2|h3)$/.test(child.localName) &&
      !child.contains(composer) &&
      wordsIn(child, 60) !== '' &&
      isVisible(child),
  );
  if (texts.length < 2) return undefined;
  const filter = isAround ? commonName(texts) : '';
  const rows = (filter === '' ? texts : texts.filter((row) => row.matches(filter))).slice(
    -mostRows,
  );
  if (rows.length < 2) return undefined;

  const place = composer.getBoundingClientRect();
  const column = boxAround(rows);
  if (column === undefined) return undefined;
  const overlap = sharedWidth(column, place);
  const isBeside = column.top < place.bottom && column.bottom > place.top;
  if (overlap < 0.6 || (isBeside && !isScrolled(list))) return undefined;

  const words = rows.map((row) => wordsIn(row).length);
  const total = words.reduce((sum, one) => sum + one, 0);
  const controls = rows.filter(
    (row) => row.matches('a, button') || row.querySelector('input, select'),
  );
  const label = `${list.className} ${list.id} ${list.getAttribute('aria-label') ?? ''}`;
  let score = Math.log2(1 + Math.min(rows.length, 16)) * Math.log2(2 + total / 20) * overlap;
  score *= alikeness(rows);
  score *= 1 - controls.length / rows.length / 1.3;
  if (listWords.test(label) || list.getAttribute('role') === 'log') score *= 1.3;
  if (otherWords.test(label)) score *= 0.6;
  if (total / rows.length < 8) score *= 0.6;
  if (standsOnBothSides(rows)) score *= 1.4;
  return { list, rows, rowFilter: filter, score };
}

function boxAround(rows: readonly Element[]) {
  const boxes = rows.map((row) => row.getBoundingClientRect()).filter(({ width }) => width > 0);
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Rows that are scrolled out of sight may lie behind the reply box. */
function isScrolled(list: Element): boolean {
  let at: Element | null = list;
  for (let level = 0; at !== null && level < 5; level++, at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 4 && at.clientHeight > 0) return true;
  }
  return false;
}

/** The selector that most of the elements share: a name, or with none the kind of element. */
function commonName(elements: readonly Element[]): string {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const names = [...element.classList].map((token) => `.${CSS.escape(token)}`);
    for (const name of names.length > 0 ? names : [`${element.localName}:not([class])`]) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [name] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [''];
  return name;
}

/** The share of the rows that are of the commonest kind of element. */
function alikeness(rows: readonly Element[]): number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.localName, (counts.get(row.localName) ?? 0) + 1);
  return Math.max(...counts.values()) / rows.length;
}

function standsOnBothSides(rows: readonly Element[]): boolean {
  const lefts = rows.slice(-12).map((row) => textBox(row)?.left ?? 0);
  return Math.max(...lefts) - Math.min(...lefts) > 60;
}
