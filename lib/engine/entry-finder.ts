import { type FindableEntry, longestIndexed, makeFindIndex, mostIndexed } from './find/find-index';
import { type FindTier, scattered, tierOf } from './find/find-rank';
import { isLoneLetter, termsOf, wantedOf } from './find/find-text';
import { type FindWork, makeFindWork } from './find/find-work';
import { romanise } from './find/romanise';

export type { FindableEntry } from './find/find-index';

export type EntryFinder = {
  /** New entries and changed ones; those that stayed as they were cost nothing. */
  put(entries: readonly FindableEntry[]): void;
  remove(keys: readonly string[]): void;
  /** Indexes about so many characters of what is not indexed yet; whether nothing is left. */
  index(characters: number): boolean;
  /**
   * Keys of the entries that fit what was typed so far, best first.
   * Of those that fit alike the most picked comes first.
   */
  find(query: string, limit: number, options?: FindOptions): string[];
};

export type FindOptions = {
  /** How often each entry was picked, by key. */
  readonly picks?: ReadonlyMap<string, number>;
  /** What the search may do; then it answers with what it has found. */
  readonly work?: FindWork;
};

type Held = {
  readonly entry: FindableEntry;
  /** Undefined until it is indexed for the first time: pinyin takes a while. */
  readonly romanised?: readonly string[];
  readonly place?: number;
};

type Found = {
  readonly key: string;
  readonly tier: FindTier;
  readonly score: number;
  readonly picks: number;
  readonly length: number;
};

/** Before each search so much is indexed: what was just saved is found like the rest. */
const catchUpCharacters = 8_000;
/** As many as are read to see where the words stand. */
const mostRead = 100;
const mostForgotten = 1_000;
const noTexts = { phrasings: [], answer: '' };

/**
 * The Find box: typo-tolerant search over titles, phrasings and answers, Chinese titles also by
 * pinyin and its initials. An index of words chooses the entries, and the best of them are read.
 * What is not indexed yet is read as well, so that a search need not wait.
 */
export function makeEntryFinder(entries: readonly FindableEntry[] = []): EntryFinder {
  const held = new Map<string, Held>();
  const waiting = new Set<string>();
  /** Those with a text of which the index knows only the start. */
  const long = new Set<string>();
  let findIndex = makeFindIndex();
  let keys: (string | undefined)[] = [];
  let forgotten = 0;

  function forget(key: string) {
    const place = held.get(key)?.place;
    waiting.delete(key);
    long.delete(key);
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
      if (isLong(entry)) long.add(key);
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

  function find(
    query: string,
    limit: number,
    { picks, work = makeFindWork() }: FindOptions = {},
  ): string[] {
    const wanted = wantedOf(query);
    if (wanted === '' || limit <= 0) return [];
    index(catchUpCharacters);
    const places = findIndex.search(
      wanted,
      Math.max(limit, mostRead),
      (place) => keys[place] !== undefined,
      work,
    );
    const found = places.flatMap(({ place, score }, at) =>
      foundOf(keys[place] ?? '', score, at < mostRead ? 'all' : 'nothing'),
    );
    found.push(...read([...waiting]));
    if (found.length < limit) {
      const known = new Set(found.map(({ key }) => key));
      // Commas and lone letters are no words that an index could help with.
      const among = termsOf(wanted).every(isLoneLetter) ? held.keys() : long;
      found.push(...read([...among].filter((key) => !known.has(key) && !waiting.has(key))));
    }
    return found
      .sort(byFit)
      .slice(0, limit)
      .map(({ key }) => key);

    function foundOf(key: string, score: number, read: 'all' | 'title' | 'nothing'): Found[] {
      const one = held.get(key);
      if (one === undefined) return [];
      const { entry, romanised = [] } = one;
      const text = read === 'title' ? { ...entry, ...noTexts } : entry;
      const tier = read === 'nothing' ? scattered : tierOf(text, romanised, wanted, work);
      return [{ key, score, tier, picks: picks?.get(key) ?? 0, length: entry.title.length }];
    }

    /** Those that hold what was typed letter for letter, as far as the work goes; titles first. */
    function read(keys: readonly string[]): Found[] {
      const holding = new Map<string, Found>();
      for (const part of ['title', 'all'] as const) {
        for (const key of keys) {
          if (work.left <= 0) break;
          if (holding.has(key)) continue;
          for (const one of foundOf(key, 0, part)) {
            if (one.tier !== scattered) holding.set(key, one);
          }
        }
      }
      return [...holding.values()];
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

/** A shorter title has less in it that was not typed. */
function byFit(one: Found, other: Found): number {
  return (
    one.tier - other.tier ||
    other.score - one.score ||
    other.picks - one.picks ||
    one.length - other.length
  );
}

function isSame(one: FindableEntry, other: FindableEntry): boolean {
  return (
    one.title === other.title &&
    one.answer === other.answer &&
    one.phrasings.length === other.phrasings.length &&
    one.phrasings.every((text, at) => text === other.phrasings[at])
  );
}

function isLong(entry: FindableEntry): boolean {
  const { title, phrasings, answer } = entry;
  const texts = [title, ...phrasings, answer];
  return lengthOf(entry) > mostIndexed || texts.some((text) => text.length > longestIndexed);
}

function lengthOf({ title, phrasings, answer }: FindableEntry): number {
  return phrasings.reduce((sum, text) => sum + text.length, title.length + answer.length);
}
