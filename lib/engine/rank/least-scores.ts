/** What a base asks of a score, found out by asking it its own phrasings (self-check.ts). */
export type LeastScore = {
  /** Under this a message most likely asks for none of the base's entries. */
  readonly sure: number;
  /** Under this it may do so. */
  readonly doubtful: number;
  /** Under this no card is direct, however far ahead. */
  readonly direct: number;
};

/** By base. */
export type LeastScores = ReadonlyMap<string, LeastScore>;
