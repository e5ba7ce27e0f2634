import packed from './word-senses.bin?url&inline';
import stems from './word-senses.txt?raw';

/** How many numbers tell what a word means. */
export const senseSize = 64;

const bytesPerStem = 1 + senseSize / 2;
// Unpacked when they are first asked for, each by itself: both together take some ten milliseconds.
let places: ReadonlyMap<string, number> | undefined;
let bytes: Uint8Array | undefined;

/**
 * Where the stem's vector stands, for `addSense`; undefined for rare words and those of other
 * languages than English. The vectors come from GloVe (PDDL 1.0) and the Universal Sentence Encoder
 * (Apache-2.0); bench/make-word-senses.ts makes both files.
 */
export function senseOf(stem: string): number | undefined {
  return placesOf().get(stem);
}

/** All stems that have a vector, each with its place. */
export function allSenses(): Iterable<readonly [stem: string, place: number]> {
  return placesOf();
}

/** Adds a word's vector so many times; common words have short ones. */
export function addSense(place: number, times: number, sum: Float64Array): void {
  const all = bytesOf();
  const from = place * bytesPerStem;
  const step = times * 2 ** (((all[from] as number) - 128) / 16);
  for (let at = 0; at < senseSize; at += 2) {
    const pair = all[from + 1 + at / 2] as number;
    sum[at] = (sum[at] as number) + step * ((pair & 15) - 8);
    sum[at + 1] = (sum[at + 1] as number) + step * ((pair >> 4) - 8);
  }
}

function placesOf(): ReadonlyMap<string, number> {
  if (places !== undefined) return places;
  const all = new Map<string, number>();
  for (const stem of stems.trimEnd().split('\n')) all.set(stem, all.size);
  places = all;
  return all;
}

function bytesOf(): Uint8Array {
  if (bytes !== undefined) return bytes;
  const letters = atob(packed.slice(packed.indexOf(',') + 1));
  bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
