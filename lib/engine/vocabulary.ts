/** Gives each feature key a number, in the order they are met. Numbers are never reused. */
export type Vocabulary = {
  /** The key's number; a new one when it was not met before. */
  add(key: string): number;
  find(key: string): number | undefined;
  /** Whether the feature with this number is written in Han characters. */
  isHan(id: number): boolean;
  /** Whether it is a stem or a Han n-gram, thus counted by BM25. */
  isWord(id: number): boolean;
  readonly size: number;
};

export function createVocabulary(): Vocabulary {
  // A Map, so that words such as `__proto__` and `constructor` are words like any other.
  const ids = new Map<string, number>();
  const han: boolean[] = [];
  const word: boolean[] = [];
  return {
    add(key) {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(key, id);
      han.push(/\p{Script=Han}/u.test(key));
      word.push(!key.includes(' '));
      return id;
    },
    find: (key) => ids.get(key),
    isHan: (id) => han[id] === true,
    isWord: (id) => word[id] === true,
    get size() {
      return ids.size;
    },
  };
}
