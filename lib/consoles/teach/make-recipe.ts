import type { PageField } from '../../domain/slots';
import { nameInLinePattern } from '../../protocol/page-patterns';
import type { Recipe, ValueSource } from '../../protocol/recipe';
import { guessKey } from '../generic/guess-key';
import { guessName } from '../generic/guess-name';
import { newestFirst } from '../generic/guess-plan';
import { sideOf } from '../generic/row-side';
import { signsOf } from '../generic/row-signs';
import { hash } from '../read/hash';
import { fieldSource } from './field-source';
import { type FoundRows, findRows } from './find-rows';
import { findText } from './find-text';
import { matchOf } from './match-of';
import { stableSelectors } from './stable-selectors';
import { type Apart, tellApart } from './tell-apart';
import { wordsElement } from './words-element';

/** `alike`: nothing in the page tells the two messages apart. `same-row`: both are in one. */
export type TeachProblem = 'same-row' | 'alike';

export type ToldRows = FoundRows & Pick<Recipe, 'roles' | 'customerSide'>;

/** What two pointed-at messages say of all rows. */
export function tellRows(customer: Element, agent: Element): ToldRows | TeachProblem {
  const found = findRows(wordsElement(customer), wordsElement(agent));
  if (found === undefined || found.customerRow === found.agentRow) return 'same-row';
  const { customerRow, agentRow, rows, list } = found;
  const apart = tellApart(customerRow, agentRow, rows, list);
  if (apart !== undefined) return { ...found, roles: rolesOf(apart) };
  const column = list.getBoundingClientRect();
  const side = sideOf(customerRow, column);
  const other = sideOf(agentRow, column);
  const isTold = side !== other && (side === 'start' || side === 'end');
  if (!isTold) return 'alike';
  return { ...found, roles: { customer: [':not(*)'] }, customerSide: side };
}

function rolesOf({ customer, agent, note, system }: Apart): Recipe['roles'] {
  return {
    ...(note.length === 0 ? {} : { note: [...note] }),
    ...(system.length === 0 ? {} : { system: [...system] }),
    agent: [agent],
    customer: [customer],
  };
}

export type Pointed = {
  readonly customer: Element;
  readonly rows: ToldRows;
  readonly composer: Element;
  readonly customerName?: Element | undefined;
  readonly fields: ReadonlyMap<PageField, Element>;
};

/** The recipe of the console that the person has pointed out; `today` is YYYY-MM-DD. */
export function makeRecipe(pointed: Pointed, window: Window, today: string): Recipe {
  const { rows, composer, fields } = pointed;
  const { list, roles, customerSide } = rows;
  const { host, href } = window.location;
  const column = list.getBoundingClientRect();
  const authors = rows.rows.flatMap((row) => signsOf(row, column).author ?? []);
  const often = authors.filter((name) => authors.indexOf(name) !== authors.lastIndexOf(name));
  const name = nameSource(pointed, often);
  const guess = { list, rows: rows.rows, rowFilter: '', score: 0 };
  const order = newestFirst(guess, composer) ? 'newest-first' : 'oldest-first';
  const selectors = stableSelectors(list);
  const text = findText(rows, wordsElement(pointed.customer), often);
  const url = matchOf(href);
  const time = rows.rows.some((row) => row.querySelector('time[datetime]'));
  const rowId = idOf(rows.rows);
  return {
    id: `taught-${hash(url).slice(0, 12)}`,
    name: host.slice(0, 60),
    version: 1,
    checked: { on: today, standing: 'seen running' },
    match: { url },
    list: selectors,
    row: rows.row,
    ...(rowId === undefined ? {} : { rowId: { attribute: rowId } }),
    ...(text === undefined ? {} : { text: [text] }),
    ...(time
      ? { time: { selectors: ['time[datetime]'], attribute: 'datetime', unit: 'iso' as const } }
      : {}),
    roles,
    ...(customerSide === undefined ? {} : { customerSide }),
    order,
    conversationId: guessKey(list, href, name),
    ...(name === undefined ? {} : { customerName: name }),
    ...(fields.size === 0 ? {} : { fields: fieldsOf(fields) }),
    composer: stableSelectors(composer),
  };
}

function nameSource({ customerName, rows }: Pointed, often: readonly string[]) {
  if (customerName !== undefined) return fieldSource(customerName);
  const guess = guessName(rows.list, often);
  if (guess === undefined || guess.sure < 0.5) return undefined;
  const selectors = stableSelectors(guess.element);
  return { from: 'text', selectors, regex: nameInLinePattern } satisfies ValueSource;
}

function fieldsOf(fields: ReadonlyMap<PageField, Element>): NonNullable<Recipe['fields']> {
  return Object.fromEntries([...fields].map(([field, element]) => [field, fieldSource(element)]));
}

/** The attribute that names rows for good: each row has one of its own. */
function idOf(rows: readonly Element[]): string | undefined {
  const names = rows[0]?.getAttributeNames().filter((name) => /(^|-)id$|^id$/.test(name)) ?? [];
  return names.find((name) => {
    const values = rows.flatMap((row) => row.getAttribute(name) || []);
    return values.length === rows.length && new Set(values).size === values.length;
  });
}
