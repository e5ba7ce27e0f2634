/** Scores under which a message most likely asks for none of a base's entries, and may do so. */
export type LeastScore = { readonly sure: number; readonly doubtful: number };

/** By base. */
export type LeastScores = ReadonlyMap<string, LeastScore>;
