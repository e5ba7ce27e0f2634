import { describe, expect, it } from 'vitest';
import { createVocabulary, type Vocabulary } from '../../../lib/engine/index/vocabulary';

const keys = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => {
    const number = from + at;
    return number % 3 === 0 ? `${number} pair` : number % 3 === 1 ? `词${number}` : `word${number}`;
  });
const foundBy = (vocabulary: Vocabulary, wanted: readonly string[]) =>
  wanted.map((key) => vocabulary.find(key));
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe('a vocabulary that grows', () => {
  it('gives each key one number, in the order they came, while it moves to larger rooms', () => {
    const vocabulary = createVocabulary();
    const all = keys(0, 40_000);
    all.forEach((key, at) => {
      expect(vocabulary.add(key)).toBe(at);
      // What was met long ago and what was met just now, at every stage of a move.
      if (at % 97 === 0) {
        const old = Math.floor(at / 2);
        expect(foundBy(vocabulary, [all[old] ?? '', key])).toEqual([old, at]);
        expect(vocabulary.add(all[old] ?? '')).toBe(old);
      }
    });
    expect(vocabulary.size).toBe(all.length);
    expect(foundBy(vocabulary, all)).toEqual(numbers(0, all.length));
    expect(foundBy(vocabulary, keys(50_000, 51_000)).every((id) => id === undefined)).toBe(true);
  });

  it('keeps what it knows of a key', () => {
    const vocabulary = createVocabulary();
    for (const key of keys(0, 9_000)) vocabulary.add(key);
    for (const at of [0, 1, 2, 1_500, 4_321, 8_999]) {
      expect(vocabulary.isHan(at)).toBe(at % 3 === 1);
      expect(vocabulary.isWord(at)).toBe(at % 3 !== 0);
    }
  });

  it.each([0, 1, 767, 768, 769, 1_024, 1_536, 5_000])(
    'goes on from %i features that were kept as from its own',
    (size) => {
      const own = createVocabulary();
      for (const key of keys(0, size)) own.add(key);
      const restored = createVocabulary(own.kept(size));
      expect(restored.size).toBe(size);
      for (const vocabulary of [own, restored]) {
        for (const key of keys(size, size + 4_000)) vocabulary.add(key);
        expect(foundBy(vocabulary, keys(0, size + 4_000))).toEqual(numbers(0, size + 4_000));
      }
      expect(restored.kept(size + 4_000)).toEqual(own.kept(size + 4_000));
    },
  );
});
