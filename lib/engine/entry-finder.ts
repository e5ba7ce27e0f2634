import Fuse from 'fuse.js';
import { romanise } from './romanise';

export type FindableEntry = {
  readonly key: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly answer: string;
};

export type EntryFinder = {
  /** Keys of the entries that fit what was typed so far, best first. */
  find(query: string, limit: number): string[];
};

/** fuse.js takes 15 to 40 times longer for 1,000 characters than for 32, so no query is longer. */
const longestQuery = 48;
/** As many entries as fuse.js looks through while a person types; grams choose them. */
const shortlistSize = 300;

/**
 * The Find box: typo-tolerant search over titles, phrasings and answers, Chinese titles also by
 * pinyin and its initials. Character pairs choose a
 * shortlist, fuse.js orders it, so that the time does not grow with the base.
 */
export function makeEntryFinder(entries: readonly FindableEntry[]): EntryFinder {
  const normal = entries.map(({ title, phrasings, answer }) => ({
    title: normalise(title),
    romanised: romanise(title),
    phrasings: phrasings.map(normalise),
    answer: normalise(answer),
  }));
  const byGram = new Map<string, number[]>();
  normal.forEach(({ title, romanised, phrasings, answer }, at) => {
    const texts = [title, ...romanised, ...phrasings, answer];
    for (const gram of new Set(texts.flatMap(gramsOf))) {
      const list = byGram.get(gram);
      if (list) list.push(at);
      else byGram.set(gram, [at]);
    }
  });

  return {
    find(query, limit) {
      const wanted = wantedOf(query);
      if (wanted === '') return [];
      const shortlist = shortlistOf(wanted).map((at) => ({ at, ...normal[at] }));
      const fuse = new Fuse(shortlist, {
        keys: [
          { name: 'title', weight: 3 },
          { name: 'romanised', weight: 3 },
          { name: 'phrasings', weight: 2 },
          { name: 'answer', weight: 1 },
        ],
        ignoreLocation: true,
        threshold: 0.4,
        // Word by word: "esim tablt" must find an entry that has both, with anything in between.
        useTokenSearch: true,
        tokenize: wordsOf,
      });
      return fuse.search(wanted, { limit }).flatMap(({ item }) => entries[item.at]?.key ?? []);
    },
  };

  function shortlistOf(wanted: string): number[] {
    const counts = new Map<number, number>();
    for (const gram of new Set(gramsOf(wanted))) {
      for (const at of byGram.get(gram) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a, countA], [b, countB]) => countB - countA || a - b)
      .slice(0, shortlistSize)
      .map(([at]) => at);
  }
}

/**
 * What is searched for: clipped before anything else is done with it, whole characters only, each
 * word once. A pasted page costs as much as a line.
 */
function wantedOf(query: string): string {
  // Blanks and repeated words take some of it.
  const start = normalise(query.trimStart().slice(0, longestQuery * 8));
  const words = new Set(start.replace(halfPair, ' ').split(/\s+/));
  const clipped = [...words].join(' ').trim().slice(0, longestQuery);
  return clipped.replace(halfPair, '').trim();
}

/** Half of a character, as where a text was cut in the middle of one. */
const halfPair = /\p{Surrogate}/gu;

const normalise = (text: string) => text.normalize('NFKC').toLowerCase();

/** Words of letters and digits; each Han character is one. */
const wordsOf = (text: string) =>
  text.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];

/** Pairs of neighbouring characters, and single Han characters, which are words of their own. */
function gramsOf(text: string): string[] {
  const grams: string[] = [];
  const characters = Array.from(text);
  characters.forEach((character, at) => {
    if (/\p{Script=Han}/u.test(character)) grams.push(character);
    const next = characters[at + 1];
    if (next !== undefined) grams.push(character + next);
    else if (at === 0) grams.push(character);
  });
  return grams;
}
