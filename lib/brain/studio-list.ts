import { localDay } from '../base/local-day';
import type { Entry } from '../domain/entry';
import type { Params, ResultOf } from '../protocol/brain-calls';
import type { EntryFilter, EntryRow } from '../protocol/studio-calls';
import { entryKey, type PickCounts } from '../store/store';
import type { Knowledge } from './knowledge';

/** As many finds as anybody scrolls through; what is searched for stands among the first. */
const mostFound = 300;

const soonMs = 30 * 24 * 60 * 60 * 1000;
const startLength = 120;

type From = {
  readonly knowledge: Knowledge;
  readonly picks: PickCounts;
  readonly now: () => number;
};

/** One stretch of the list of a base's entries, as filtered and searched. */
export function listEntries(
  { base, query, filter, offset, limit }: Params<'studio.entries'>,
  { knowledge, picks, now }: From,
): ResultOf<'studio.entries'> {
  const soon = localDay(now() + soonMs);
  const wanted = query.trim();
  const entries =
    wanted === '' ? (knowledge.base(base)?.entries ?? []) : found(knowledge, base, wanted);
  const kept = filter === 'all' ? entries : entries.filter((entry) => passes(entry, filter, soon));
  return {
    total: kept.length,
    rows: kept.slice(offset, offset + limit).map((entry) => rowOf(entry, picks)),
  };
}

/** The Find box knows all bases, so it is asked for more than are shown of one. */
function found(knowledge: Knowledge, base: string, query: string): Entry[] {
  return knowledge
    .findKeys(query, mostFound)
    .flatMap((key) => knowledge.entry(key)?.entry ?? [])
    .filter((entry) => entry.base === base);
}

function passes(entry: Entry, filter: EntryFilter, soon: string): boolean {
  if (filter === 'must-edit') return entry.mustEdit;
  if (filter === 'no-phrasings') return entry.phrasings.length === 0;
  if (filter === 'expiring') return entry.validUntil !== undefined && entry.validUntil <= soon;
  return true;
}

function rowOf(entry: Entry, picks: PickCounts): EntryRow {
  return {
    id: entry.id,
    title: entry.title,
    // A long answer is cut before its blanks are folded: the list never works on whole answers.
    start: entry.answer
      .slice(0, startLength * 2)
      .replace(/\s+/g, ' ')
      .slice(0, startLength),
    phrasings: entry.phrasings.length,
    mustEdit: entry.mustEdit,
    validUntil: entry.validUntil ?? null,
    picks: picks.get(entryKey(entry)) ?? 0,
  };
}
