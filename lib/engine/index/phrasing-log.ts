import { analyse, type Token } from '../text/analyse';
import { gramsOf, wordFeatures } from '../text/features';
import { isRepairable } from '../text/spelling';
import { languageOfStem } from '../text/stem';
import type { FeatureNumbers } from './local-features';
import type { Counts } from './sparse';

/** The features of phrasings, by their number. Kept only while an index is built. */
export type Phrasings = {
  readonly count: number;
  /** Stems, pairs of stems, Han n-grams of the phrasing with this number. */
  words(at: number): Counts;
  /** The same and character grams. */
  grams(at: number): Counts;
  /** How many stems and Han n-grams it has, repeated ones included: BM25's document length. */
  length(at: number): number;
};

export type PhrasingLog = Phrasings & {
  /**
   * Gives back its words as written, each once, for repairing mistyped ones.
   * @param language of its stems (stem.ts)
   */
  add(text: string, language: string): string[];
  /** Lets go of what was read; nothing may be asked of it any more. */
  drop(): void;
};

const mostCounted = 255;
/** Features in an array. A phrasing stands in one of them: of no text are so many read. */
const chunkSize = 2 ** 18;
/** Phrasings whose places are noted in an array. */
const blockSize = 2 ** 12;
const mostGramsPerLetter = 3;
const mostWordsKept = 50_000;

/**
 * One phrasing after another in long arrays: an object for each takes several times the memory.
 * The arrays never grow, since for that the old and the new one are there at the same time.
 * @param hasConcepts whether concepts are read too
 */
export function createPhrasingLog(
  numbers: Pick<FeatureNumbers, 'add'>,
  hasConcepts: boolean,
): PhrasingLog {
  let ids = new Int32Array(0);
  let counts = new Uint8Array(0);
  const chunks: { readonly ids: Int32Array; readonly counts: Uint8Array }[] = [];
  let used = chunkSize;
  /**
   * Five numbers for each phrasing: its chunk, there its beginning and the ends of its words and grams,
   * and its length. In blocks too: a list of millions is copied each time it gets longer.
   */
  const blocks: Int32Array[] = [];
  let phrasings = 0;
  /** By feature: its place in the phrasing at hand and how many came before, or less than these. */
  let places = new Int32Array(4_096);
  let before = 1;
  const gramIds = new Map<string, Int32Array>();

  function count(id: number, start: number): void {
    if (id >= places.length) {
      const more = new Int32Array(Math.max(id + 1, places.length * 2));
      more.set(places);
      places = more;
    }
    const place = (places[id] as number) - before;
    if (place >= 0) {
      const held = counts[start + place] as number;
      if (held < mostCounted) counts[start + place] = held + 1;
      return;
    }
    places[id] = before + used - start;
    ids[used] = id;
    counts[used] = 1;
    used++;
  }

  function makeRoom(most: number): void {
    if (used + most <= chunkSize) return;
    ids = new Int32Array(chunkSize);
    counts = new Uint8Array(chunkSize);
    chunks.push({ ids, counts });
    used = 0;
  }

  /** A base has few words and says them often. */
  function gramIdsOf(token: Token): ArrayLike<number> & Iterable<number> {
    if (token.isRun) return gramsOf(token).map(numbers.add);
    const language = languageOfStem(token.stem);
    const key = language === '' ? token.word : `${token.word}@${language}`;
    const known = gramIds.get(key);
    if (known !== undefined) return known;
    const own = Int32Array.from(gramsOf(token), numbers.add);
    if (gramIds.size >= mostWordsKept) gramIds.clear();
    gramIds.set(key, own);
    return own;
  }

  function noted(at: number, which: 0 | 1 | 2 | 3 | 4): number {
    const block = blocks[Math.floor(at / blockSize)];
    return block?.[5 * (at % blockSize) + which] ?? 0;
  }

  function note(...numbers: readonly [number, number, number, number, number]): void {
    const at = phrasings % blockSize;
    if (at === 0) blocks.push(new Int32Array(5 * blockSize));
    blocks.at(-1)?.set(numbers, 5 * at);
    phrasings++;
  }

  function upTo(at: number, end: 2 | 3): Counts {
    const chunk = chunks[noted(at, 0)] as (typeof chunks)[number];
    const from = noted(at, 1);
    const to = noted(at, end);
    return { ids: chunk.ids.subarray(from, to), values: chunk.counts.subarray(from, to) };
  }

  return {
    add(text, language) {
      const tokens = analyse(text, language);
      const words = wordFeatures(tokens, hasConcepts);
      let letters = 0;
      for (const { word } of tokens) letters += word.length;
      makeRoom(words.length + mostGramsPerLetter * letters);
      const start = used;
      let length = 0;
      for (const { key, kind } of words) {
        if (kind !== 'pair') length++;
        count(numbers.add(key), start);
      }
      const wordsEnd = used;
      for (const token of tokens) for (const id of gramIdsOf(token)) count(id, start);
      note(chunks.length - 1, start, wordsEnd, used, length);
      before += used - start;
      return [...new Set(tokens.map((token) => token.word))].filter(isRepairable);
    },
    drop() {
      chunks.length = 0;
      [ids, counts, used] = [new Int32Array(0), new Uint8Array(0), chunkSize];
      gramIds.clear();
    },
    get count() {
      return phrasings;
    },
    words: (at) => upTo(at, 2),
    grams: (at) => upTo(at, 3),
    length: (at) => noted(at, 4),
  };
}
