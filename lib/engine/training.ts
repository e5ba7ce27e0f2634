import { type Corpus, manyEntries } from './corpus';
import { createLinearRanker, type LinearRanker } from './linear-ranker';
import { type Sparse, weigh } from './sparse';

/** Found on public labelled sets (docs/engine.design.md). */
const rivalCount = 8;
const temperature = 10;
const firstRate = 0.3;
const confidentEnough = 0.995;
/**
 * Training stops after so many row places, about four seconds: 150 entries with 100
 * phrasings never get there; in the largest bases the first of the shuffled phrasings have to do.
 */
const mostWork = 500_000_000;

/** A feature put into a map takes about as long as so many row places. */
const mapPlace = 30;

/**
 * A linear ranker that starts from each entry's centroid and then learns to tell entries apart:
 * each phrasing in turn pulls its own entry closer and pushes its best rivals away. A generator,
 * so that a worker can take it in slices: it yields the work of each step, counted in row places
 * touched. The ranker is usable from the first yield on.
 */
export function* trainRanker(
  corpus: Corpus,
  space: 'words' | 'grams',
  epochs: number,
): Generator<number, LinearRanker, void> {
  const ranker = createLinearRanker(corpus.entries.length);
  let next = 0;
  for (let entry = 0; entry < corpus.entries.length; entry++) {
    const vectors: Sparse[] = [];
    for (; corpus.entryOf[next] === entry; next++) vectors.push(vectorOf(corpus, next, space));
    const centroid = mean(vectors);
    ranker.move(centroid, [entry], [1]);
    const features = vectors.reduce((sum, { ids }) => sum + ids.length, centroid.ids.length);
    yield features * mapPlace;
  }
  const least = corpus.entries.length > manyEntries ? 3 : 2;
  const order = shuffled(
    corpus.phrasings.flatMap((_, at) => {
      const entry = corpus.entries[corpus.entryOf[at] as number];
      return entry !== undefined && entry.phrasings.length >= least ? [at] : [];
    }),
  );
  const scores = new Float32Array(corpus.entries.length);
  let left = mostWork;
  for (let epoch = 0; epoch < epochs && left > 0; epoch++) {
    const rate = firstRate / (1 + 0.3 * epoch);
    for (const at of order) {
      scores.fill(0);
      const vector = vectorOf(corpus, at, space);
      const work = ranker.score(vector, scores);
      learn(ranker, vector, corpus.entryOf[at] as number, scores, rate);
      left -= work + scores.length;
      if (left <= 0) break;
      yield work + scores.length;
    }
  }
  return ranker;
}

function learn(
  ranker: LinearRanker,
  vector: Sparse,
  gold: number,
  scores: Float32Array,
  rate: number,
): void {
  const rivals = bestRivals(scores, gold);
  const goldScore = scores[gold] as number;
  const odds = rivals.map((rival) =>
    Math.exp(temperature * ((scores[rival] as number) - goldScore)),
  );
  const sum = odds.reduce((total, each) => total + each, 1);
  const certainty = 1 / sum;
  if (certainty > confidentEnough) return;
  ranker.move(
    vector,
    [gold, ...rivals],
    [rate * (1 - certainty), ...odds.map((each) => (-rate * each) / sum)],
  );
}

function bestRivals(scores: Float32Array, gold: number): number[] {
  const best: number[] = [];
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (entry === gold || score <= 0) continue;
    if (best.length === rivalCount && score <= (scores[best[rivalCount - 1] as number] as number))
      continue;
    let at = best.length < rivalCount ? best.length : rivalCount - 1;
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) {
      best[at] = best[at - 1] as number;
      at--;
    }
    best[at] = entry;
  }
  return best;
}

function vectorOf(corpus: Corpus, phrasing: number, space: 'words' | 'grams'): Sparse {
  const counts = corpus.phrasings[phrasing]?.[space];
  return counts === undefined
    ? { ids: new Int32Array(0), values: new Float32Array(0) }
    : weigh(counts, corpus.idf);
}

/** The sum of the vectors, scaled to length 1. */
function mean(vectors: readonly Sparse[]): Sparse {
  const sums = new Map<number, number>();
  for (const vector of vectors) {
    vector.ids.forEach((id, at) => {
      sums.set(id, (sums.get(id) ?? 0) + (vector.values[at] as number));
    });
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return {
    ids: Int32Array.from(sums.keys()),
    values: Float32Array.from(sums.values(), (sum) => sum * scale),
  };
}

/** A fixed shuffle (Fisher-Yates over a small linear congruence), so that every build is alike. */
function shuffled(list: number[]): number[] {
  let state = 12_345;
  for (let at = list.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const kept = list[at] as number;
    list[at] = list[other] as number;
    list[other] = kept;
  }
  return list;
}
