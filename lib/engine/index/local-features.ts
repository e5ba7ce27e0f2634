import type { Sparse } from './sparse';
import type { Vocabulary } from './vocabulary';

/** What is asked of a vocabulary while features are counted. */
export type FeatureNumbers = Pick<Vocabulary, 'add' | 'find' | 'isHan' | 'isWord' | 'size'>;

/**
 * The features of a few entries beside a large vocabulary, with small numbers of their own: an index
 * over these entries must cost what they are worth, and not what the whole vocabulary is.
 */
export type LocalFeatures = {
  readonly numbers: FeatureNumbers;
  /** The vocabulary's number of a feature. */
  idOf(local: number): number;
  /** Undefined when these entries never had the feature. */
  localOf(id: number): number | undefined;
  /** The same in local numbers below `size`; other features are left out. */
  localised(vector: Sparse, size: number): Sparse;
  /** The same in the vocabulary's numbers. */
  globalised(vector: Sparse): Sparse;
};

export function createLocalFeatures(vocabulary: Vocabulary): LocalFeatures {
  const locals = new Map<number, number>();
  const ids: number[] = [];
  const idOf = (local: number) => ids[local] ?? -1;
  return {
    numbers: {
      add(key) {
        const id = vocabulary.add(key);
        const known = locals.get(id);
        if (known !== undefined) return known;
        locals.set(id, ids.length);
        return ids.push(id) - 1;
      },
      find(key) {
        const id = vocabulary.find(key);
        return id === undefined ? undefined : locals.get(id);
      },
      isHan: (local) => vocabulary.isHan(idOf(local)),
      isWord: (local) => vocabulary.isWord(idOf(local)),
      get size() {
        return ids.length;
      },
    },
    idOf,
    localOf: (id) => locals.get(id),
    localised({ ids: wanted, values }, size) {
      const own: number[] = [];
      const ownValues: number[] = [];
      for (let at = 0; at < wanted.length; at++) {
        const local = locals.get(wanted[at] as number) ?? size;
        if (local >= size) continue;
        own.push(local);
        ownValues.push(values[at] as number);
      }
      return { ids: Int32Array.from(own), values: Float32Array.from(ownValues) };
    },
    globalised: ({ ids: own, values }) => ({ ids: own.map(idOf), values }),
  };
}
