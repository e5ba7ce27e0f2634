import type { Phrasings } from '../index/phrasing-log';
import { type Sparse, weigh } from '../index/sparse';

/** Which features of a phrasing a ranker sees. */
export type Space = 'words' | 'grams';

/** Gives a phrasing's vector. All stand in one place: each is good until the next one is asked for. */
export function createVectors(
  log: Phrasings,
  idf: Float32Array,
  space: Space,
): (at: number) => Sparse {
  let room = new Float32Array(1_024);
  return (at) => {
    const counts = log[space](at);
    if (counts.ids.length > room.length) room = new Float32Array(2 * counts.ids.length);
    return weigh(counts, idf, 0, room);
  };
}

/**
 * Sums the phrasing vectors of one entry after the other, in one array for all features. What it gives
 * stands in one place too: two arrays an entry would keep the garbage collector busy.
 */
export function createCentroids(log: Phrasings, idf: Float32Array, space: Space) {
  const vectorOf = createVectors(log, idf, space);
  const sums = new Float64Array(idf.length);
  let met = new Int32Array(1_024);
  let values = new Float32Array(1_024);
  return {
    /**
     * The sum of the vectors of these phrasings, scaled to length 1; without features of no weight.
     * Good until the next one is asked for.
     */
    of(from: number, to: number): Sparse {
      let count = 0;
      for (let at = from; at < to; at++) {
        const { ids, values } = vectorOf(at);
        if (count + ids.length > met.length) {
          const more = new Int32Array(2 * (count + ids.length));
          more.set(met);
          met = more;
        }
        for (let place = 0; place < ids.length; place++) {
          const value = values[place] as number;
          if (value === 0) continue;
          const id = ids[place] as number;
          const sum = sums[id] as number;
          if (sum === 0) met[count++] = id;
          sums[id] = sum + value;
        }
      }
      const ids = met.subarray(0, count);
      if (count > values.length) values = new Float32Array(met.length);
      let squares = 0;
      for (let place = 0; place < count; place++) {
        const sum = sums[ids[place] as number] as number;
        squares += sum * sum;
      }
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (let place = 0; place < count; place++) {
        const id = ids[place] as number;
        values[place] = (sums[id] as number) * scale;
        sums[id] = 0;
      }
      return { ids, values };
    },
  };
}
