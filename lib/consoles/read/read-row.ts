import type { MessageKind, Role } from '../../domain/message';
import type { Recipe } from '../../protocol/recipe';
import { clip, readText } from './read-text';
import type { ReadingPlan } from './reading-plan';

/** One row of the list before it has a sure id. Holds no element, so it keeps none alive. */
export type Row = {
  readonly role: Role;
  /** As the console names it; undefined where it gives no name. */
  readonly id: string | undefined;
  readonly at: number | undefined;
  /** What the row holds, in reading order: an attachment, the text, or both. */
  readonly parts: readonly { readonly kind: MessageKind; readonly text: string }[];
};

const roleOrder = ['pending', 'draft', 'note', 'system', 'bot', 'agent', 'customer'] as const;
const attachmentKinds = ['image', 'file', 'voice'] as const;

const longestId = 280;
const longestName = 300;

/** Selects every kind of attachment: joined once a reading, as that takes longer than a look for them. */
export const attachmentsOf = ({ kinds }: Recipe) =>
  attachmentKinds.flatMap((kind) => kinds?.[kind] ?? []).join();

/**
 * Undefined for what is no message: a row of no known role, or one with nothing in it.
 * @param attachments see `attachmentsOf`
 */
export function readRow(row: Element, recipe: ReadingPlan, attachments: string): Row | undefined {
  const role = roleOfRow(row, recipe);
  if (role === undefined) return undefined;
  const parts = readParts(row, recipe, attachments);
  if (parts.length === 0) return undefined;
  return { role, id: readId(row, recipe), at: readTime(row, recipe), parts };
}

export type RoleSigns = Pick<ReadingPlan, 'roles' | 'roleOf'>;

/** Whom a row comes from; undefined for what is no message. */
export function roleOfRow(row: Element, { roles, roleOf }: RoleSigns): Role | undefined {
  return roleOf ? roleOf(row) : roleOrder.find((name) => shows(row, roles[name]));
}

function shows(row: Element, selectors: readonly string[] | undefined): boolean {
  return (
    selectors?.some((selector) => row.matches(selector) || row.querySelector(selector) !== null) ??
    false
  );
}

function readParts(row: Element, recipe: ReadingPlan, attachments: string): Row['parts'] {
  const parts: { kind: MessageKind; text: string }[] = [];
  const hasAttachment = attachments !== '' && row.querySelector(attachments) !== null;
  for (const kind of hasAttachment ? attachmentKinds : []) {
    const selectors = recipe.kinds?.[kind];
    if (selectors === undefined) continue;
    const found = [...row.querySelectorAll(selectors.join())];
    if (found.length === 0) continue;
    parts.push({ kind, text: found.map(nameOf).filter(Boolean).join(', ').slice(0, longestName) });
  }
  const all = readWritten(row, recipe, hasAttachment ? attachments : undefined);
  const text = recipe.isWritten ? all.split('\n').filter(recipe.isWritten).join('\n') : all;
  if (text !== '') parts.push({ kind: 'text', text });
  return parts;
}

function readWritten(row: Element, recipe: Recipe, skip: string | undefined): string {
  if (recipe.text === undefined) return readText(row, skip);
  for (const selector of recipe.text) {
    const element = row.querySelector(selector);
    if (element !== null) return readText(element, skip);
  }
  return '';
}

function nameOf(attachment: Element): string {
  for (const attribute of ['alt', 'aria-label', 'download', 'title']) {
    const name = attachment.getAttribute(attribute)?.trim();
    if (name) return name;
  }
  return readText(attachment, undefined, longestName);
}

function readId(row: Element, recipe: Recipe): string | undefined {
  if (recipe.rowId === undefined) return undefined;
  const element = recipe.rowId.in === undefined ? row : row.querySelector(recipe.rowId.in);
  const id = element?.getAttribute(recipe.rowId.attribute)?.trim();
  return id ? clip(id, longestId) : undefined;
}

/** When the row was written, in ms since 1970; undefined where the recipe or the row does not say. */
export function readTime(row: Element, recipe: Recipe): number | undefined {
  const { time } = recipe;
  if (time === undefined) return undefined;
  for (const selector of time.selectors) {
    const element = row.matches(selector) ? row : row.querySelector(selector);
    const shown =
      time.attribute === undefined ? element?.textContent : element?.getAttribute(time.attribute);
    const written = shown?.trim().slice(0, 40);
    if (!written) continue;
    const at = time.unit === 'iso' ? Date.parse(written) : Number(written);
    if (Number.isFinite(at)) return time.unit === 's' ? at * 1000 : at;
  }
  return undefined;
}
