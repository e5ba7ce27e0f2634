import { isState } from '../generic/selector-for';

const mostElements = 40;
const longestValue = 40;
/** What a style attribute may tell of who wrote a row; anything else in it is decoration. */
const tellingStyle =
  /^(text-align|float|align-self|justify-content|flex-direction|margin|background)/;
const silentAttribute =
  /^(class|style|id|href|src|alt|title|aria-label|datetime|tabindex)$|id$|time/;
const pictures = /^(img|svg|i|picture)$/;

/**
 * What a row shows of itself in names, not in words: selectors that it, something in it, or what it
 * stands in below the list, matches. Nothing of a message's text is in them.
 */
export function tokensOf(row: Element, list: Element): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const element of [row, ...row.querySelectorAll('*')].slice(0, mostElements)) {
    for (const token of namesOf(element)) tokens.add(token);
    if (element !== row) for (const token of placesOf(element)) tokens.add(token);
  }
  for (let at = row.parentElement; at !== null && at !== list; at = at.parentElement) {
    for (const token of namesOf(at)) tokens.add(`${token} *`);
  }
  return tokens;
}

/** Whether a row has a token, asked as the reader asks for roles. */
export const shows = (row: Element, token: string) =>
  row.matches(token) || row.querySelector(token) !== null;

function namesOf(element: Element): string[] {
  const classes = [...element.classList]
    .filter((name) => !isState(name))
    .map((name) => `.${CSS.escape(name)}`);
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    if (name === 'style') return styleTokens(value);
    const isTelling = /^(data-|role$|dir$|align$|type$)/.test(name) && !silentAttribute.test(name);
    if (!isTelling || value.length > longestValue || /\d/.test(value)) return [];
    return [`[${name}="${CSS.escape(value)}"]`];
  });
  return [...classes, ...attributes];
}

function styleTokens(style: string): string[] {
  return style
    .split(';')
    .map((one) => one.trim())
    .filter((one) => tellingStyle.test(one) && one.length <= longestValue && !/["\\]/.test(one))
    .map((one) => `[style*="${one}"]`);
}

function placesOf(element: Element): string[] {
  const name = element.localName;
  if (!pictures.test(name)) return [name];
  const isFirst = element.previousElementSibling === null;
  return [name, `${name}:${isFirst ? 'first' : 'last'}-child`];
}
