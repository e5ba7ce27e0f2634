import type { RedactionRule } from '../domain/redaction-rule';
import { readTeamRecipes } from '../protocol/hub-recipes';
import { roles } from '../protocol/hub-sync';
import { isEntry } from './readable-rows';
import {
  baseStart,
  draftStart,
  type Membership,
  membershipKey,
  recipesKey,
  refusedKey,
  type SharedPicks,
  sharedPicksKey,
  syncedKey,
  type TeamBase,
  type TeamDraft,
  type TeamRecipes,
  type TeamRefused,
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
    refused: refusedOf(rowOf(refusedKey)),
    sharedPicks: sharedPicksOf(rowOf(sharedPicksKey)),
    syncedAt: typeof syncedAt === 'number' ? syncedAt : undefined,
  };
}

/** Without their mark they are fetched anew. */
function recipesOf(value: unknown): TeamRecipes | undefined {
  if (!isFields(value) || !isText(value.mark)) return undefined;
  return { mark: value.mark, list: readTeamRecipes(value.list) };
}

/** As with the recipes: what cannot be read is fetched anew. */
function refusedOf(value: unknown): TeamRefused | undefined {
  if (!isFields(value) || !isText(value.mark) || !isList(value.ids)) return undefined;
  if (!isList(value.redaction) || !value.redaction.every(isRule)) return undefined;
  return { mark: value.mark, redaction: value.redaction, ids: value.ids.filter(isText) };
}

function sharedPicksOf(value: unknown): SharedPicks | undefined {
  if (!isFields(value) || !isList(value.waiting) || !isList(value.sent)) return undefined;
  return { waiting: value.waiting.filter(isWaiting), sent: value.sent.filter(isNumber) };
}

type Fields = { readonly [field: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRule = (value: unknown): value is RedactionRule =>
  isFields(value) && isText(value.name) && isText(value.pattern);
const isWaiting = (value: unknown): value is SharedPicks['waiting'][number] =>
  isFields(value) && isNumber(value.seq) && isNumber(value.since);

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
