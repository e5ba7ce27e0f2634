import { findComposer } from '../read/find-composer';
import { findVisible } from '../read/find-visible';
import { isVisible } from '../read/is-visible';
import { orderOf } from '../read/order-of';
import { type RoleSigns, roleOfRow } from '../read/read-row';
import { findConsoleDocument, findList } from '../read/read-scene';
import type { ReadingPlan } from '../read/reading-plan';
import { walkRows } from '../read/walk-rows';
import type { DrawnBox } from './lay-glass';
import { pageBox } from './page-box';

const mostRows = 40;

/** Where the rows, the reply box and the fields of a reading stand now. */
export function paintReading(plan: ReadingPlan, window: Window): DrawnBox[] {
  const document = findConsoleDocument(plan, window, isVisible);
  const list = document && findList(plan, document, isVisible);
  if (document === undefined || list === undefined) return [];
  const rows: Element[] = [];
  for (const row of walkRows(list, plan.row, orderOf(list, plan))) {
    if (rows.push(row) >= mostRows) break;
  }
  const composer =
    findVisible(document, plan.composer, isVisible) ?? findComposer(plan, document, isVisible);
  const fields = [plan.customerName, ...Object.values(plan.fields ?? {})].flatMap((source) =>
    source === undefined || source.from === 'url'
      ? []
      : (findVisible(document, source.selectors, isVisible, list) ?? []),
  );
  return [
    ...paintRows(plan, rows),
    ...boxes('composer', composer === undefined ? [] : [composer]),
    ...boxes('field', fields),
  ];
}

/** The rows of the customer and of the agent; the others are not read as messages. */
export function paintRows(signs: RoleSigns, rows: readonly Element[]): DrawnBox[] {
  return rows.flatMap((row) => {
    const role = roleOfRow(row, signs);
    return role === 'customer' || role === 'agent' ? boxes(role, [row]) : [];
  });
}

function boxes(kind: DrawnBox['kind'], elements: readonly Element[]): DrawnBox[] {
  return elements.flatMap((element) => {
    const box = pageBox(element);
    return box === undefined ? [] : [{ kind, box }];
  });
}
