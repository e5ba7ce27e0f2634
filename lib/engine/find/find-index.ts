import { fold, isLoneLetter, termsOf } from './find-text';
import { type LikeTerm, makeFindVocabulary } from './find-vocabulary';
import { type FindWork, spend } from './find-work';

export type FindableEntry = {
  readonly key: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly answer: string;
};

/** An entry that fits, by its place in the index. */
export type ScoredPlace = { readonly place: number; readonly score: number };

export type FindIndex = {
  /** The place of the entry, one more than that of the entry before. */
  add(entry: FindableEntry, romanised: readonly string[]): number;
  /** Best first: at least `wanted` where as many fit, and what scores as well as the last one. */
  search(
    text: string,
    wanted: number,
    isHeld: (place: number) => boolean,
    work: FindWork,
  ): ScoredPlace[];
};

/** Of longer texts, and of entries with more, the rest is found only by reading it. */
export const longestIndexed = 4_000;
export const mostIndexed = 40_000;

const answerField = 0;
const phrasingField = 1;
const romanisedField = 2;
const titleField = 3;
const titleStartField = 4;
/** How much a word counts where it stands. */
const fieldWeights = [1, 2, 2.5, 3, 3.5];
const fields = 8;

/** A word that is in next to no entry counts at most this much: one of them must not decide alone. */
const highestRarity = 4;
/** Entries that have less than this part of what the best one has do not fit. */
const leastCoverage = 0.4;
/** Slips are looked for as long as fewer entries have what was typed. */
const fewEntries = 20;

/** From words to the entries that hold them, with the weightiest field in which they stand. */
export function makeFindIndex(): FindIndex {
  const vocabulary = makeFindVocabulary();
  const postings: number[][] = [];
  const titleLengths: number[] = [];
  let score = new Float32Array(1024);
  let coverage = new Float32Array(1024);
  let best = new Float32Array(1024);

  return {
    add(entry, romanised) {
      const place = titleLengths.push(entry.title.length) - 1;
      const fieldOf = new Map<string, number>();
      let left = mostIndexed;
      const note = (field: number, terms: readonly string[]) => {
        for (const term of terms) if (!fieldOf.has(term)) fieldOf.set(term, field);
      };
      const folded = (text: string) => {
        const part = text.slice(0, Math.min(left, longestIndexed));
        left -= part.length;
        return fold(part);
      };
      const title = termsOf(folded(entry.title));
      note(titleStartField, title.slice(0, 1));
      note(titleField, title);
      note(romanisedField, romanised);
      for (const phrasing of entry.phrasings) note(phrasingField, termsOf(folded(phrasing)));
      note(answerField, termsOf(folded(entry.answer)));
      for (const [term, field] of fieldOf) {
        const id = vocabulary.add(term);
        const list = postings[id];
        if (list) list.push(place * fields + field);
        else postings[id] = [place * fields + field];
      }
      return place;
    },

    search(text, wanted, isHeld, work) {
      grow();
      const all = new Set<number>();
      const typed = [...new Set(termsOf(text))];
      const hasWords = !typed.every(isLoneLetter);
      const words = typed.map((word) => {
        const like = vocabulary.holding(word, work);
        const known = like.reduce((sum, { id }) => sum + (postings[id]?.length ?? 0), 0);
        if (known < fewEntries) like.push(...vocabulary.resembling(word, work));
        return { like, known, mustBeIn: !(hasWords && isLoneLetter(word)) };
      });
      // The rarest first: when the work ends early, the commonest are left out.
      words.sort((one, other) => one.known - other.known);
      for (const word of words) weigh(word, all, isHeld, work);
      return mostFitting([...all], wanted);
    },
  };

  /** Adds to each entry what the best of these terms is worth there. */
  function weigh(
    { like, mustBeIn }: { readonly like: readonly LikeTerm[]; readonly mustBeIn: boolean },
    all: Set<number>,
    isHeld: (place: number) => boolean,
    work: FindWork,
  ): void {
    const touched: number[] = [];
    for (const { id, closeness } of like) {
      const list = postings[id] ?? [];
      if (!spend(work, list.length)) break;
      for (const posting of list) {
        const place = Math.floor(posting / fields);
        const worth = closeness * (fieldWeights[posting % fields] ?? 0);
        const before = best[place] ?? 0;
        if (before === 0) {
          if (!isHeld(place)) continue;
          touched.push(place);
        }
        if (worth > before) best[place] = worth;
      }
    }
    const rarity = Math.min(
      highestRarity,
      Math.log(1 + titleLengths.length / Math.max(1, touched.length)),
    );
    for (const place of touched) {
      all.add(place);
      score[place] = (score[place] ?? 0) + rarity * (best[place] ?? 0);
      if (mustBeIn) coverage[place] = (coverage[place] ?? 0) + rarity;
      best[place] = 0;
    }
  }

  function mostFitting(all: readonly number[], wanted: number): ScoredPlace[] {
    let most = 0;
    for (const place of all) most = Math.max(most, coverage[place] ?? 0);
    const fitting: ScoredPlace[] = [];
    for (const place of all) {
      const covered = coverage[place] ?? 0;
      // Two words in an answer are worth more than one of them in a title.
      const total = 3 * covered + (score[place] ?? 0);
      if (covered >= leastCoverage * most) fitting.push({ place, score: total });
      score[place] = 0;
      coverage[place] = 0;
    }
    const byScore = Float32Array.from(fitting, (one) => one.score).sort();
    const least = byScore[byScore.length - wanted] ?? 0;
    return fitting
      .filter((one) => Math.fround(one.score) >= least)
      .sort((one, other) => other.score - one.score || lengthAt(one) - lengthAt(other));
  }

  /** Of equals the shortest title comes first: it may be what was typed, and nothing else. */
  function lengthAt({ place }: ScoredPlace): number {
    return titleLengths[place] ?? 0;
  }

  function grow(): void {
    const size = titleLengths.length;
    if (score.length >= size) return;
    score = new Float32Array(size * 2);
    coverage = new Float32Array(size * 2);
    best = new Float32Array(size * 2);
  }
}
