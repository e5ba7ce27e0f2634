import { type Fingerprint, fingerprint } from '../../base/text-hash';
import { isRunKey } from '../text/runs';

/** Gives each feature key a number, in the order they are met. Numbers are never reused. */
export type Vocabulary = {
  /** The key's number; a new one when it was not met before. */
  add(key: string): number;
  find(key: string): number | undefined;
  /** Whether the feature with this number is of Han or another script that is read in runs (text/runs.ts). */
  isHan(id: number): boolean;
  /** Whether it is a stem or an n-gram of a run, thus counted by BM25. */
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
/** From three quarters of what there is room for, the next room is made ready: four for each new one. */
const readyFrom = 3 / 4;
const readiedAtOnce = 4;

/**
 * Keys are kept as fingerprints in a hash table of numbers: a base of 100,000 entries has millions
 * of pairs and grams, which as strings in a Map would take ten times the memory, and seconds to
 * fill again after a restart.
 */
export function createVocabulary(kept?: KeptVocabulary): Vocabulary {
  let size = kept?.flags.length ?? 0;
  let { prints, flags } = roomFor(Math.max(firstRoom, Math.ceil(size / readyFrom)));
  if (kept !== undefined) {
    prints.set(kept.prints);
    flags.set(kept.flags);
  }
  /** The larger room that takes their place, and how many features it has already. */
  let nextRoom: Room | undefined;
  let moved = 0;
  /** Ids + 1 by fingerprint, with linear probing; at most half full. */
  let slots = tableOf(prints, size);
  let nextSlots: Int32Array | undefined;
  let placed = 0;
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

  /** Copied all at once, a large room takes tens of milliseconds, in which nothing else is answered. */
  function readyRoom(): void {
    if (size < readyFrom * flags.length) return;
    nextRoom ??= roomFor(Math.ceil(flags.length * 1.5));
    const isFull = size === flags.length;
    const to = isFull ? size : Math.min(size, moved + readiedAtOnce);
    for (; moved < to; moved++) {
      nextRoom.prints[2 * moved] = prints[2 * moved] as number;
      nextRoom.prints[2 * moved + 1] = prints[2 * moved + 1] as number;
      nextRoom.flags[moved] = flags[moved] as number;
    }
    if (!isFull) return;
    ({ prints, flags } = nextRoom);
    nextRoom = undefined;
    moved = 0;
  }

  function readySlots(): void {
    const most = slots.length / 2;
    if (size < readyFrom * most) return;
    nextSlots ??= new Int32Array(2 * slots.length);
    const isFull = size + 1 > most;
    const to = isFull ? size : Math.min(size, placed + readiedAtOnce);
    place(prints, nextSlots, placed, to);
    placed = to;
    if (!isFull) return;
    slots = nextSlots;
    nextSlots = undefined;
    placed = 0;
  }

  return {
    add(key) {
      fingerprint(key, print);
      const known = slots[slotOf()] as number;
      if (known !== 0) return known - 1;
      readyRoom();
      readySlots();
      const slot = slotOf();
      const id = size++;
      prints[2 * id] = print.low;
      prints[2 * id + 1] = print.high;
      flags[id] = (isRunKey(key) ? hanFlag : 0) | (key.includes(' ') ? 0 : wordFlag);
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

type Room = { readonly prints: Int32Array; readonly flags: Uint8Array };

function roomFor(features: number): Room {
  return { prints: new Int32Array(2 * features), flags: new Uint8Array(features) };
}

function tableOf(prints: Int32Array, size: number): Int32Array {
  let length = 2 * firstRoom;
  while (readyFrom * (length / 2) < size + 1) length *= 2;
  const slots = new Int32Array(length);
  place(prints, slots, 0, size);
  return slots;
}

function place(prints: Int32Array, slots: Int32Array, from: number, to: number): void {
  const mask = slots.length - 1;
  for (let id = from; id < to; id++) {
    let slot = (prints[2 * id] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
}
