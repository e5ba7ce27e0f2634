import { readTeamRecipes } from '../protocol/hub-recipes';
import { roles } from '../protocol/hub-sync';
import { isEntry } from './readable-rows';
import {
  baseStart,
  draftStart,
  type Membership,
  membershipKey,
  recipesKey,
  syncedKey,
  type TeamBase,
  type TeamDraft,
  type TeamRecipes,
  type TeamRow,
  type TeamState,
} from './team-rows';

/**
 * What the rows of the table say, as far as they can be read. A base of which this row or anything
 * else is in ruins is still known to be the team's, so that it can be fetched anew.
 */
export function teamStateOf(
  rows: readonly TeamRow[],
  damaged: ReadonlySet<string> = new Set(),
): TeamState {
  const under = (start: string) =>
    rows.filter(({ key }) => typeof key === 'string' && key.startsWith(start));
  const rowOf = (name: string): unknown => rows.find(({ key }) => key === name)?.value;
  const membership = rowOf(membershipKey);
  const syncedAt = rowOf(syncedKey);
  return {
    membership: isMembership(membership) ? membership : undefined,
    bases: under(baseStart).map(({ key, value }) => {
      const kb = key.slice(baseStart.length);
      if (!isBase(value, kb))
        return { kb, role: 'agent', readKey: '', cursor: null, isDamaged: true };
      return damaged.has(kb) ? { ...value, isDamaged: true } : value;
    }),
    drafts: under(draftStart)
      .map(({ value }): unknown => value)
      .filter(isDraft),
    recipes: recipesOf(rowOf(recipesKey)),
    syncedAt: typeof syncedAt === 'number' ? syncedAt : undefined,
  };
}

/** Without their mark they are fetched anew. */
function recipesOf(value: unknown): TeamRecipes | undefined {
  if (!isFields(value) || !isText(value.mark)) return undefined;
  return { mark: value.mark, list: readTeamRecipes(value.list) };
}

type Fields = { readonly [field: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

const isMembership = (value: unknown): value is Membership =>
  isFields(value) && [value.hub, value.token, value.organisation, value.person].every(isText);

const isBase = (value: unknown, kb: string): value is TeamBase =>
  isFields(value) &&
  value.kb === kb &&
  isText(value.readKey) &&
  roles.some((role) => role === value.role) &&
  (value.cursor === null || isFields(value.cursor));

const isDraft = (value: unknown): value is TeamDraft =>
  isFields(value) &&
  [value.base, value.id].every(isText) &&
  (value.entry === null || isEntry(value.entry)) &&
  (value.fields === undefined || isFields(value.fields)) &&
  typeof value.basedOn === 'number';
