import { type Entry, variantLanguages } from '../domain/entry';
import type { Language } from '../domain/language';
import type { EntryRef } from '../domain/pick';
import { wordsPrint } from '../domain/words-print';
import type { EntryChunk } from './database';

/** What is known of an entry without reading it. */
export type EntryOutline = EntryRef &
  Pick<Entry, 'validFrom' | 'validUntil'> & {
    /** The `wordsPrint` of its words. */
    readonly print: number;
    /** How many there are. */
    readonly phrasings: number;
    readonly overrides: readonly string[];
    /** Other languages than the base's that it has an answer in; missing when there are none. */
    readonly alsoIn?: readonly Language[];
    /** The chunk that it is in. */
    readonly at: number;
  };

/** Outlines of a chunk's entries, under its key. Those of 100,000 entries are read in some 30 ms. */
export type OutlineRow = {
  readonly base: string;
  readonly at: number;
  /** Of what was written by other rules nothing is believed. */
  readonly rules: number;
  readonly ids: readonly string[];
  readonly prints: Float64Array;
  readonly phrasings: Uint16Array;
  /** By place, of the few entries that have any of it. */
  readonly more: readonly (readonly [place: number, more: More])[];
};
type More = Partial<Pick<EntryOutline, 'validFrom' | 'validUntil' | 'overrides' | 'alsoIn'>>;

/** Raised with every change to `wordsPrint` or to what follows here. */
const rules = 2;

/** @param chunk as it is written; of one that was read, what is `readableEntries` */
export function outlineRowOf(chunk: EntryChunk): OutlineRow {
  const outlines = chunk.entries.map((entry) => outlineOf(entry, chunk.at));
  return {
    base: chunk.base,
    at: chunk.at,
    rules,
    ids: outlines.map(({ id }) => id),
    prints: Float64Array.from(outlines, ({ print }) => print),
    phrasings: Uint16Array.from(outlines, ({ phrasings }) => phrasings),
    more: outlines.flatMap(({ validFrom, validUntil, overrides, alsoIn }, place) => {
      const more = {
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validUntil === undefined ? {} : { validUntil }),
        ...(overrides.length === 0 ? {} : { overrides }),
        ...(alsoIn === undefined ? {} : { alsoIn }),
      };
      return Object.keys(more).length === 0 ? [] : [[place, more] as const];
    }),
  };
}

export function outlineOf(entry: Entry, at: number): EntryOutline {
  const { base, id, title, validFrom, validUntil } = entry;
  const phrasings = entry.phrasings.map(({ text }) => text);
  const alsoIn = variantLanguages(entry);
  return {
    base,
    id,
    print: wordsPrint({ base, id, title, phrasings }),
    phrasings: phrasings.length,
    overrides: entry.links.filter(({ kind }) => kind === 'overrides').map(({ to }) => to),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
    at,
  };
}

/** Whether it is what was once written. */
export function isWholeRow({ ids, prints, phrasings, ...row }: OutlineRow): boolean {
  return (
    row.rules === rules &&
    Array.isArray(ids) &&
    prints instanceof Float64Array &&
    phrasings instanceof Uint16Array &&
    prints.length === ids.length &&
    phrasings.length === ids.length
  );
}

/** Undefined when it is not what was once written. */
export function outlinesIn(row: OutlineRow): EntryOutline[] | undefined {
  const { base, at, ids, prints, phrasings } = row;
  if (!isWholeRow(row)) return undefined;
  const more = new Map(row.more);
  return ids.map((id, place) => {
    const print = prints[place] as number;
    const outline = { base, id, print, phrasings: phrasings[place] as number, overrides: none, at };
    const own = more.get(place);
    return own === undefined ? outline : { ...outline, ...own };
  });
}

/** Nearly all override nothing: together they need no more than one of it. */
const none: readonly string[] = [];
