import { type Fingerprint, fingerprint } from '../keep/text-hash';

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
  /** The first so many features, for `vocabularyOf`. */
  kept(size: number): KeptVocabulary;
};

/** Two numbers for each feature, and one of flags. */
export type KeptVocabulary = { readonly prints: Int32Array; readonly flags: Uint8Array };

const hanFlag = 1;
const wordFlag = 2;
const firstRoom = 1_024;

/**
 * Keys are kept as fingerprints in a hash table of numbers: a base of 100,000 entries has millions
 * of pairs and grams, which as strings in a Map would take ten times the memory, and seconds to
 * fill again after a restart.
 */
export function createVocabulary(kept?: KeptVocabulary): Vocabulary {
  let prints = kept?.prints.slice() ?? new Int32Array(2 * firstRoom);
  let flags = kept?.flags.slice() ?? new Uint8Array(firstRoom);
  let size = kept?.flags.length ?? 0;
  /** Ids + 1 by fingerprint, with linear probing; at most half full. */
  let slots = tableOf(prints, size, 2 * firstRoom);
  const print: Fingerprint = { low: 0, high: 0 };

  /** The slot that holds the fingerprint, or the empty one where it belongs. */
  function slotOf(): number {
    const mask = slots.length - 1;
    let slot = print.low & mask;
    for (;;) {
      const id = (slots[slot] as number) - 1;
      if (id < 0 || (prints[2 * id] === print.low && prints[2 * id + 1] === print.high)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  return {
    add(key) {
      fingerprint(key, print);
      let slot = slotOf();
      if (slots[slot] !== 0) return (slots[slot] as number) - 1;
      if (size === flags.length) {
        prints = grown(prints, new Int32Array(Math.ceil(size * 1.5) * 2));
        flags = grown(flags, new Uint8Array(Math.ceil(size * 1.5)));
      }
      if (2 * (size + 1) > slots.length) {
        slots = tableOf(prints, size, 2 * slots.length);
        slot = slotOf();
      }
      const id = size++;
      prints[2 * id] = print.low;
      prints[2 * id + 1] = print.high;
      flags[id] = (/\p{Script=Han}/u.test(key) ? hanFlag : 0) | (key.includes(' ') ? 0 : wordFlag);
      slots[slot] = id + 1;
      return id;
    },
    find(key) {
      fingerprint(key, print);
      const id = slots[slotOf()] as number;
      return id === 0 ? undefined : id - 1;
    },
    isHan: (id) => ((flags[id] ?? 0) & hanFlag) !== 0,
    isWord: (id) => ((flags[id] ?? 0) & wordFlag) !== 0,
    get size() {
      return size;
    },
    kept: (size) => ({ prints: prints.slice(0, 2 * size), flags: flags.slice(0, size) }),
  };
}

function tableOf(prints: Int32Array, size: number, least: number): Int32Array {
  let length = least;
  while (length < 2 * (size + 1)) length *= 2;
  const slots = new Int32Array(length);
  for (let id = 0; id < size; id++) {
    let slot = (prints[2 * id] as number) & (length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (length - 1);
    slots[slot] = id + 1;
  }
  return slots;
}

function grown<A extends Int32Array | Uint8Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
