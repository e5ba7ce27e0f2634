import type { PhrasingLog } from './phrasing-log';
import { type Sparse, weigh } from './sparse';

/** Which features of a phrasing a ranker sees. */
export type Space = 'words' | 'grams';

export function vectorOf(log: PhrasingLog, idf: Float32Array, at: number, space: Space): Sparse {
  return weigh(log[space](at), idf);
}

/** Sums the phrasing vectors of one entry after the other, in one array for all features. */
export function createCentroids(log: PhrasingLog, idf: Float32Array, space: Space) {
  const sums = new Float64Array(idf.length);
  return {
    /** The sum of the vectors of these phrasings, scaled to length 1; without features of no weight. */
    of(from: number, to: number): Sparse {
      const ids: number[] = [];
      for (let at = from; at < to; at++) {
        const vector = vectorOf(log, idf, at, space);
        for (let place = 0; place < vector.ids.length; place++) {
          const value = vector.values[place] as number;
          if (value === 0) continue;
          const id = vector.ids[place] as number;
          if (sums[id] === 0) ids.push(id);
          sums[id] = (sums[id] as number) + value;
        }
      }
      let squares = 0;
      for (const id of ids) squares += (sums[id] as number) ** 2;
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      const values = Float32Array.from(ids, (id) => (sums[id] as number) * scale);
      for (const id of ids) sums[id] = 0;
      return { ids: Int32Array.from(ids), values };
    },
  };
}
