import { wordsIn } from '../generic/look';
import { hostOf } from '../generic/selector-for';

export type FoundRows = {
  readonly list: Element;
  /** Matches the rows below the list, from the top. */
  readonly row: string;
  readonly rows: readonly Element[];
  readonly customerRow: Element;
  readonly agentRow: Element;
};

const mostRows = 60;

/** The list and its rows from one message of each side; undefined where both are in one row. */
export function findRows(customer: Element, agent: Element): FoundRows | undefined {
  const above = new Set(pathUp(customer));
  const list = pathUp(agent).find((element) => above.has(element));
  if (list === undefined || list === customer || list === agent) return undefined;
  const customerRow = childOn(customer, list);
  const agentRow = childOn(agent, list);
  if (customerRow === undefined || agentRow === undefined) return undefined;

  const nestedClass = groupedBy(customer, customerRow, agent, list);
  const shared = nestedClass ?? sharedClass(customerRow, agentRow);
  const whole = shared === undefined ? list : wholeList(list, shared);
  if (shared === undefined || (nestedClass === undefined && whole === list)) {
    const rows = [...list.children].filter((row) => wordsIn(row, 20) !== '').slice(-mostRows);
    return { list, row: '*', rows, customerRow, agentRow };
  }
  const rows = [...whole.querySelectorAll(shared)].slice(-mostRows);
  const rowOf = (element: Element, row: Element) => element.closest(shared) ?? row;
  return {
    list: whole,
    row: shared,
    rows,
    customerRow: rowOf(customer, customerRow),
    agentRow: rowOf(agent, agentRow),
  };
}

function pathUp(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null | undefined = element; at; at = at.parentElement ?? hostOf(at)) {
    path.push(at);
  }
  return path;
}

function childOn(element: Element, list: Element): Element | undefined {
  const path = pathUp(element);
  return path[path.indexOf(list) - 1];
}

/** Rows may stand in groups, by author or by day: the outermost class below them that repeats. */
function groupedBy(
  customer: Element,
  customerRow: Element,
  agent: Element,
  list: Element,
): string | undefined {
  const path = pathUp(customer);
  const within = path.slice(0, Math.max(0, path.indexOf(customerRow))).reverse();
  return within.flatMap(classesOf).find((name) => {
    const other = agent.closest(name);
    if (other === null || other === list || !list.contains(other)) return false;
    return [...list.querySelectorAll(name)].some(
      ({ nextElementSibling: next }) => next?.matches(name) && wordsIn(next, 20).length > 1,
    );
  });
}

export function sharedClass(one: Element, other: Element): string | undefined {
  if (one.localName !== other.localName) return undefined;
  return classesOf(one).find((name) => other.matches(name));
}

const classesOf = ({ classList }: Element) => [...classList].map((name) => `.${CSS.escape(name)}`);

/** Beside the element may stand others like it, with the rows of other days. */
function wholeList(list: Element, row: string): Element {
  const parent = list.parentElement;
  const alike = [...(parent?.children ?? [])].filter(
    (other) =>
      other !== list && sharedClass(list, other) !== undefined && other.querySelector(row) !== null,
  );
  return parent !== null && alike.length > 0 ? parent : list;
}
