import type { Sparse } from './sparse';

/** Adds the dot product with each entry's weights to `scores`. */
export type Scorer = { score(vector: Sparse, scores: Float32Array): void };
