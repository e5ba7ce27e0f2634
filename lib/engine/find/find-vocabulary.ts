import Fuse from 'fuse.js';
import { isHanTerm } from './find-text';
import { type FindWork, spend } from './find-work';

/** A term that a typed word may stand for, and how well it does: 1 is the very word. */
export type LikeTerm = { readonly id: number; readonly closeness: number };

export type FindVocabulary = {
  /** The number of a term, a new one for a new term. */
  add(term: string): number;
  /** The terms that begin with what was typed or hold it, closest first. */
  holding(typed: string, work: FindWork): LikeTerm[];
  /** Those that differ from it by a slip or two. */
  resembling(typed: string, work: FindWork): LikeTerm[];
};

/** Three letters with one wrong could be almost anything. */
const shortestWithSlip = 4;
/** Bitap works on 32 characters at once. */
const longestWithSlip = 32;
const mostCompared = 60;
const leastShared = 0.4;
const steps = { gram: 1, compare: 100 };

/**
 * Every word of every entry, once. A typed word is looked up here first, so that neither the
 * length nor the number of the texts decides how long prefixes and slips take.
 */
export function makeFindVocabulary(): FindVocabulary {
  const terms: string[] = [];
  const idOf = new Map<string, number>();
  const byGram = new Map<string, number[]>();
  let shared = new Uint8Array(1024);

  return {
    add(term) {
      const known = idOf.get(term);
      if (known !== undefined) return known;
      const id = terms.push(term) - 1;
      idOf.set(term, id);
      if (isHanTerm(term)) return id;
      for (const gram of new Set(gramsOf(term))) {
        const list = byGram.get(gram);
        if (list) list.push(id);
        else byGram.set(gram, [id]);
      }
      return id;
    },

    holding(typed, work) {
      const own = idOf.get(typed);
      const found: LikeTerm[] = own === undefined ? [] : [{ id: own, closeness: 1 }];
      if (isHanTerm(typed)) return found;
      const [start = '', ...inside] = gramsOf(typed);
      const among = inside.length === 0 ? [start] : inside;
      for (const id of shortest(among)) {
        if (!spend(work, steps.gram)) break;
        const term = terms[id] ?? '';
        const at = term.indexOf(typed);
        if (at < 0 || id === own) continue;
        const part = typed.length / term.length;
        found.push({ id, closeness: at === 0 ? 0.7 + 0.2 * part : 0.4 + 0.2 * part });
      }
      return found.sort((one, other) => other.closeness - one.closeness);
    },

    resembling(typed, work) {
      const isFit = typed.length >= shortestWithSlip && !isHanTerm(typed);
      if (!isFit) return [];
      const word = typed.slice(0, longestWithSlip);
      const near = sharing(word, work);
      if (!spend(work, near.length * steps.compare)) return [];
      const fuse = new Fuse(
        near.map((id) => ({ id, term: terms[id] ?? '' })),
        { keys: ['term'], includeScore: true, ignoreLocation: true, threshold: 0.4 },
      );
      return fuse
        .search(word)
        .map(({ item, score = 1 }) => ({ id: item.id, closeness: 0.5 * (1 - score) }))
        .sort((one, other) => other.closeness - one.closeness);
    },
  };

  function shortest(grams: readonly string[]): readonly number[] {
    let best: readonly number[] | undefined;
    for (const gram of grams) {
      const list = byGram.get(gram) ?? [];
      if (best === undefined || list.length < best.length) best = list;
    }
    return best ?? [];
  }

  /** The terms that have most pairs of letters in common with the word. */
  function sharing(word: string, work: FindWork): number[] {
    if (shared.length < terms.length) shared = new Uint8Array(terms.length * 2);
    const grams = [...new Set(gramsOf(word))];
    // The rarest first: when the work ends early, the commonest are left out.
    const lists = grams.map((gram) => byGram.get(gram) ?? []).sort((a, b) => a.length - b.length);
    const touched: number[] = [];
    for (const list of lists) {
      if (!spend(work, list.length * steps.gram)) break;
      for (const id of list) {
        if (shared[id] === 0) touched.push(id);
        shared[id] = (shared[id] ?? 0) + 1;
      }
    }
    const least = Math.max(2, Math.ceil(grams.length * leastShared));
    const likeness = (id: number) =>
      (shared[id] ?? 0) - Math.abs((terms[id]?.length ?? 0) - word.length) / 64;
    const near = touched
      .filter((id) => (shared[id] ?? 0) >= least)
      .map((id) => ({ id, likeness: likeness(id) }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostCompared)
      .map(({ id }) => id);
    for (const id of touched) shared[id] = 0;
    return near;
  }
}

/** The start of the word, then each pair of neighbouring letters. */
function gramsOf(word: string): string[] {
  const grams = [`\n${word.slice(0, 1)}`];
  for (let at = 0; at + 1 < word.length; at++) grams.push(word.slice(at, at + 2));
  return grams;
}
