import { type FindableEntry, makeFindIndex } from './find-index';
import { type FindTier, scattered, tierOf } from './find-rank';
import { needsReading, wantedOf } from './find-text';
import { type FindWork, makeFindWork } from './find-work';
import { romanise } from './romanise';

export type { FindableEntry } from './find-index';

export type EntryFinder = {
  /** New entries and changed ones; those that stayed as they were cost nothing. */
  put(entries: readonly FindableEntry[]): void;
  remove(keys: readonly string[]): void;
  /** Indexes about so many characters of what is not indexed yet; whether nothing is left. */
  index(characters: number): boolean;
  /**
   * Keys of the entries that fit what was typed so far, best first.
   * @param work what the search may do; then it answers with what it has found
   */
  find(query: string, limit: number, work?: FindWork): string[];
};

type Held = {
  readonly entry: FindableEntry;
  /** Undefined until it is indexed for the first time: pinyin takes a while. */
  readonly romanised?: readonly string[];
  readonly place?: number;
};

type Found = { readonly key: string; readonly tier: FindTier; readonly score: number };

/** Before each search so much is indexed: what was just saved is found like the rest. */
const catchUpCharacters = 20_000;
/** As many as are read to see where the words stand. */
const mostRead = 100;
const mostForgotten = 1_000;

/**
 * The Find box: typo-tolerant search over titles, phrasings and answers, Chinese titles also by
 * pinyin and its initials. An index of words chooses the entries, and the best of them are read.
 * What is not indexed yet is read as well, so that a search need not wait.
 */
export function makeEntryFinder(entries: readonly FindableEntry[] = []): EntryFinder {
  const held = new Map<string, Held>();
  const waiting = new Set<string>();
  let findIndex = makeFindIndex();
  let keys: (string | undefined)[] = [];
  let forgotten = 0;

  function forget(key: string) {
    const place = held.get(key)?.place;
    waiting.delete(key);
    held.delete(key);
    if (place === undefined) return;
    keys[place] = undefined;
    forgotten++;
  }

  /** What the index knows of removed entries stays in it until it is more than the rest. */
  function renew() {
    if (forgotten < mostForgotten + held.size) return;
    findIndex = makeFindIndex();
    keys = [];
    forgotten = 0;
    for (const [key, { entry, romanised }] of held) {
      held.set(key, { entry, ...(romanised && { romanised }) });
      waiting.add(key);
    }
  }

  function put(entries: readonly FindableEntry[]) {
    for (const entry of entries) {
      const { key } = entry;
      const before = held.get(key);
      if (before && isSame(before.entry, entry)) continue;
      const romanised = before?.entry.title === entry.title ? before.romanised : undefined;
      forget(key);
      held.set(key, { entry, ...(romanised && { romanised }) });
      waiting.add(key);
    }
    renew();
  }

  function index(characters: number): boolean {
    let left = characters;
    for (const key of waiting) {
      if (left <= 0) return false;
      const one = held.get(key);
      waiting.delete(key);
      if (one === undefined) continue;
      const romanised = one.romanised ?? romanise(one.entry.title);
      const place = findIndex.add(one.entry, romanised);
      keys[place] = key;
      held.set(key, { entry: one.entry, romanised, place });
      left -= lengthOf(one.entry);
    }
    return true;
  }

  function find(query: string, limit: number, work: FindWork = makeFindWork()): string[] {
    const wanted = wantedOf(query);
    if (wanted === '' || limit <= 0) return [];
    index(catchUpCharacters);
    const places = findIndex.search(
      wanted,
      Math.max(limit, mostRead),
      (place) => keys[place] !== undefined,
      work,
    );
    const found = places.flatMap(({ place, score }, at) => {
      const key = keys[place];
      return key === undefined ? [] : foundOf(key, score, at < mostRead);
    });
    found.push(...read(waiting));
    if (found.length < limit && (found.length === 0 || needsReading(wanted))) {
      const known = new Set(found.map(({ key }) => key));
      const rest = [...held.keys()].filter((key) => !known.has(key) && !waiting.has(key));
      found.push(...read(rest));
    }
    return found
      .sort((one, other) => one.tier - other.tier || other.score - one.score)
      .slice(0, limit)
      .map(({ key }) => key);

    function foundOf(key: string, score: number, isRead: boolean): Found {
      const one = held.get(key);
      const tier = one && isRead ? tierOf(one.entry, one.romanised ?? [], wanted, work) : scattered;
      return { key, score, tier };
    }

    /** Those that hold what was typed letter for letter, as far as the work goes. */
    function read(keys: Iterable<string>): Found[] {
      const holding: Found[] = [];
      for (const key of keys) {
        if (work.left <= 0) break;
        const one = foundOf(key, 0, true);
        if (one.tier !== scattered) holding.push(one);
      }
      return holding;
    }
  }

  put(entries);
  return {
    put,
    remove(keys) {
      for (const key of keys) forget(key);
      renew();
    },
    index,
    find,
  };
}

function isSame(one: FindableEntry, other: FindableEntry): boolean {
  return (
    one.title === other.title &&
    one.answer === other.answer &&
    one.phrasings.length === other.phrasings.length &&
    one.phrasings.every((text, at) => text === other.phrasings[at])
  );
}

function lengthOf({ title, phrasings, answer }: FindableEntry): number {
  return phrasings.reduce((sum, text) => sum + text.length, title.length + answer.length);
}
