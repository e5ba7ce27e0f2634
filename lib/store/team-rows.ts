import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryRef } from '../domain/pick';
import type { RedactionRule } from '../domain/redaction-rule';
import type { TeamRecipe } from '../protocol/hub-recipes';
import type { Cursor, Role } from '../protocol/hub-sync';

/** This machine's place in a team. */
export type Membership = {
  readonly hub: string;
  readonly token: string;
  readonly organisation: string;
  readonly person: string;
  /** In the whole organisation, as the hub said last. */
  readonly role?: Role | null;
  /** The hub refused the token: kept only so that the person can be told. */
  readonly removed?: true;
};

/** A base whose entries are the team's; this machine holds a copy. */
export type TeamBase = {
  readonly kb: string;
  readonly role: Role;
  readonly readKey: string;
  /** How far the copy has come; null when there is none yet. */
  readonly cursor: Cursor | null;
  /** Something of the copy cannot be read here: it must be made anew. Never kept, always seen. */
  readonly isDamaged?: true;
};

/** A change to a team's base that was not published yet: the entry as it shall be, or its end. */
export type TeamDraft = EntryRef & {
  readonly entry: Entry | null;
  /** With the id of the base itself: its own fields as they shall be. */
  readonly fields?: KnowledgeBase;
  /** The base's version when the change was begun. */
  readonly basedOn: number;
  /** The proposal in which it waits at the hub; gone as soon as it is written again. */
  readonly handedIn?: string;
};

/** How the team's consoles are read, as the hub said with this mark. */
export type TeamRecipes = { readonly mark: string; readonly list: readonly TeamRecipe[] };

/** What nobody of the team learns: hashes of texts after these rules, as the hub said with this mark. */
export type TeamRefused = {
  readonly mark: string;
  readonly redaction: readonly RedactionRule[];
  readonly ids: readonly string[];
};

/** This machine's picks, by the numbers of their events: what of them goes to the team, and what went. */
export type SharedPicks = {
  readonly waiting: readonly { readonly seq: number; readonly since: number }[];
  readonly sent: readonly number[];
};

/** All of the team's that is kept, apart from the entries. */
export type TeamState = {
  readonly membership: Membership | undefined;
  readonly bases: readonly TeamBase[];
  readonly drafts: readonly TeamDraft[];
  readonly recipes: TeamRecipes | undefined;
  readonly refused?: TeamRefused | undefined;
  readonly sharedPicks?: SharedPicks | undefined;
  /** When this machine was last known to have all that the hub has, in ms since 1970. */
  readonly syncedAt?: number | undefined;
};

/** How a copy moves on: what it then holds, and how far it has come, never one without the other. */
export type TeamPage = {
  readonly team: TeamBase;
  readonly base?: KnowledgeBase;
  /** Stands in the place of all that was there. */
  readonly whole?: readonly Entry[];
  readonly put?: readonly Entry[];
  readonly removed?: readonly string[];
};

/** Done whole or not at all. */
export type TeamChange = {
  /** Null: out of the team. */
  readonly membership?: Membership | null;
  readonly bases?: readonly TeamBase[];
  readonly page?: TeamPage;
  readonly putDrafts?: readonly TeamDraft[];
  readonly dropDrafts?: readonly EntryRef[];
  /** Null: none. They go by themselves with the membership. */
  readonly recipes?: TeamRecipes | null;
  /** Null: nothing. It goes by itself with the membership, as do the picks. */
  readonly refused?: TeamRefused | null;
  readonly sharedPicks?: SharedPicks;
  readonly syncedAt?: number;
  /** Bases of which nothing may stay, their drafts included. */
  readonly wipe?: readonly string[];
};

/** One row of the table; its key says what it is. */
export type TeamRow = { readonly key: string; readonly value: unknown };

export const membershipKey = 'membership';
export const recipesKey = 'recipes';
export const refusedKey = 'refused';
export const sharedPicksKey = 'shared-picks';
export const syncedKey = 'synced';
export const baseStart = 'base/';
export const draftStart = 'draft/';
export const baseKey = (kb: string) => `${baseStart}${kb}`;
export const draftKey = ({ base, id }: EntryRef) => `${draftStart}${base}/${id}`;

/** The rows that a change writes and the keys that it deletes; the entries are not among them. */
export function teamRowsOf(change: TeamChange, drafts: readonly TeamDraft[]) {
  const put: TeamRow[] = [
    ...(change.membership ? [{ key: membershipKey, value: change.membership }] : []),
    ...[...(change.bases ?? []), ...(change.page ? [change.page.team] : [])].map(
      ({ isDamaged: _, ...base }) => ({ key: baseKey(base.kb), value: base }),
    ),
    ...(change.putDrafts ?? []).map((draft) => ({ key: draftKey(draft), value: draft })),
    ...(change.recipes ? [{ key: recipesKey, value: change.recipes }] : []),
    ...(change.refused ? [{ key: refusedKey, value: change.refused }] : []),
    ...(change.sharedPicks === undefined
      ? []
      : [{ key: sharedPicksKey, value: change.sharedPicks }]),
    ...(change.syncedAt === undefined ? [] : [{ key: syncedKey, value: change.syncedAt }]),
  ];
  const isOut = change.membership === null || change.membership?.removed === true;
  const wiped = new Set(change.wipe);
  const dropped = [
    ...(change.membership === null ? [membershipKey, syncedKey] : []),
    ...(change.recipes === null || isOut ? [recipesKey] : []),
    ...(change.refused === null || isOut ? [refusedKey] : []),
    ...(isOut ? [sharedPicksKey] : []),
    ...[...wiped].map(baseKey),
    ...[...(change.dropDrafts ?? []), ...drafts.filter(({ base }) => wiped.has(base))].map(
      draftKey,
    ),
  ];
  return { put, dropped };
}

/** The entries of a base after a page. */
export function entriesAfter(entries: readonly Entry[], page: TeamPage): Entry[] {
  const after = new Map((page.whole ?? entries).map((entry) => [entry.id, entry]));
  for (const id of page.removed ?? []) after.delete(id);
  for (const entry of page.put ?? []) after.set(entry.id, entry);
  return [...after.values()];
}
