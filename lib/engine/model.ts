import { type AnalysedEntry, buildCorpus, type Corpus } from './corpus';
import { createKeywordIndex, type KeywordIndex } from './keyword-index';
import type { LinearRanker } from './linear-ranker';
import { checkSelf, type LeastScores } from './self-check';
import { createSpelling, type Spelling } from './spelling';
import { trainRanker } from './training';
import type { Vocabulary } from './vocabulary';

/** All that a message is scored with. The rankers are missing as long as they are not trained. */
export type Model = {
  readonly vocabulary: Vocabulary;
  readonly corpus: Corpus;
  readonly keywords: KeywordIndex;
  readonly spelling: Spelling;
  readonly words: LinearRanker | undefined;
  readonly grams: LinearRanker | undefined;
  /** What the bases told of themselves; empty until they were asked. */
  readonly leastScores: LeastScores;
  /** Trains for about so many row places; gives back whether the model is complete. */
  train(work: number): boolean;
};

/** Grams overfit sooner. */
const wordEpochs = 5;
const gramEpochs = 3;

/** The model that answers at once with votes K and M, and with A and B when they are trained. */
export function createModel(
  entries: Iterable<AnalysedEntry>,
  vocabulary: Vocabulary,
  { checks = true } = {},
): Model {
  const corpus = buildCorpus(entries, vocabulary);
  let words: LinearRanker | undefined;
  let grams: LinearRanker | undefined;
  let leastScores: LeastScores = new Map();
  const training = trainBoth();
  return {
    vocabulary,
    corpus,
    keywords: createKeywordIndex(corpus, vocabulary),
    spelling: createSpelling(countSpellings(corpus)),
    get words() {
      return words;
    },
    get grams() {
      return grams;
    },
    get leastScores() {
      return leastScores;
    },
    train(work) {
      for (let left = work; left > 0; ) {
        const step = training.next();
        if (step.done) return true;
        left -= step.value;
      }
      return false;
    },
  };

  function learnApart(kept: readonly AnalysedEntry[]): Model {
    return createModel(kept, vocabulary, { checks: false });
  }

  // Both come into use together: their scores are of one scale only then.
  function* trainBoth(): Generator<number, void, void> {
    const byWords = yield* trainRanker(corpus, 'words', wordEpochs);
    const byGrams = yield* trainRanker(corpus, 'grams', gramEpochs);
    words = byWords;
    grams = byGrams;
    if (checks) leastScores = yield* checkSelf(corpus, learnApart);
  }
}

function countSpellings({ phrasings }: Corpus): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { spellings } of phrasings) {
    for (const word of spellings) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
