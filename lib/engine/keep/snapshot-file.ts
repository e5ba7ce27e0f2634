/** Numbers of one kind in a row, by name. */
export type Sections = { readonly [name: string]: Section };
export type Section =
  | Int8Array
  | Uint8Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

export type SnapshotRefusal = 'damaged' | 'other-version';

const kinds = [
  Int8Array,
  Uint8Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const;

/** "CUE" and the number of this file's own format. */
const magic = 0x43554502;
/** A browser takes some MB at once; a hundred would not fit through its process's door. */
const partBytes = 4 * 2 ** 20;
/** Behind all else: magic, version, the words before, and the lanes of the checksum. */
const lanes = 4;
const tailWords = 4 + lanes;

/**
 * Cuts sections into parts, to be kept one behind the other. The last one has a checksum of all.
 * @param version of what is inside; another one is not read
 */
export function* writeSnapshot(
  sections: Sections,
  version: number,
): Generator<Uint8Array, void, void> {
  const named = Object.entries(sections);
  const index = named.map(([name, section]) => [name, kindOf(section), section.length]);
  const head = charactersOf(JSON.stringify(index));
  const blocks = [Uint32Array.of(head.length), head, ...named.map(([, section]) => section)];
  const total = blocks.reduce((sum, block) => sum + padded(block.byteLength), 0);
  const sums = newSums();
  let block = 0;
  let read = 0;
  for (let from = 0; from < total; from += partBytes) {
    const part = new Uint8Array(Math.min(partBytes, total - from));
    for (let written = 0; written < part.length; ) {
      const next = blocks[block] ?? part;
      const length = Math.min(part.length - written, padded(next.byteLength) - read);
      part.set(bytesOf(next).subarray(read, read + length), written);
      written += length;
      read += length;
      if (read === padded(next.byteLength)) {
        block++;
        read = 0;
      }
    }
    addTo(sums, new Int32Array(part.buffer));
    yield part;
  }
  const tail = new Int32Array(tailWords);
  tail.set([magic, version, total / 4]);
  addTo(sums, tail.subarray(0, tailWords - lanes));
  tail.set(sums, tailWords - lanes);
  yield new Uint8Array(tail.buffer);
}

/**
 * Reads what `writeSnapshot` wrote, and nothing else: one wrong bit and it is refused. Parts that
 * lie one behind the other, as in a file that was read whole, are not copied.
 */
export function readSnapshot(
  parts: readonly Uint8Array[],
  version: number,
): Sections | SnapshotRefusal {
  const words = wordsOf(parts);
  const end = (words?.length ?? 0) - tailWords;
  if (words === undefined || end <= 0) return 'damaged';
  const [found, own, before] = words.subarray(end);
  if (found !== magic || before !== end) return 'damaged';
  const sums = newSums();
  for (let from = 0; from < end; from += partBytes / 4) {
    addTo(sums, words.subarray(from, Math.min(end, from + partBytes / 4)));
  }
  addTo(sums, words.subarray(end, end + tailWords - lanes));
  const kept = words.subarray(end + tailWords - lanes);
  if (!sums.every((sum, lane) => sum === kept[lane])) return 'damaged';
  if (own !== version) return 'other-version';
  return sectionsIn(words.buffer, words.byteOffset);
}

function sectionsIn(buffer: ArrayBuffer, start: number): Sections {
  const length = new Uint32Array(buffer, start, 1)[0] ?? 0;
  const from = start + padded(4);
  const head = textOf(new Uint16Array(buffer, from, length));
  let at = from + padded(2 * length);
  const sections: { [name: string]: Section } = {};
  for (const [name, kind, size] of JSON.parse(head) as [string, number, number][]) {
    const Kind = kinds[kind] ?? Uint8Array;
    sections[name] = new Kind(buffer, at, size);
    at += padded(size * Kind.BYTES_PER_ELEMENT);
  }
  return sections;
}

/** All parts as aligned words; undefined when they cannot be a snapshot. */
function wordsOf(parts: readonly Uint8Array[]): Int32Array<ArrayBuffer> | undefined {
  const [first] = parts;
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  if (first === undefined || total % 4 !== 0) return undefined;
  let at = first.byteOffset;
  const isInOneRow = parts.every((part) => {
    const follows = part.buffer === first.buffer && part.byteOffset === at;
    at += part.length;
    return follows;
  });
  if (isInOneRow && first.byteOffset % 8 === 0 && first.buffer instanceof ArrayBuffer) {
    return new Int32Array(first.buffer, first.byteOffset, total / 4);
  }
  const all = new Uint8Array(total);
  let filled = 0;
  for (const part of parts) {
    all.set(part, filled);
    filled += part.length;
  }
  return new Int32Array(all.buffer);
}

const newSums = () => Int32Array.from({ length: lanes }, (_, lane) => lane + 1);

/**
 * Adds words to the lanes, a quarter to each, and what is left to the first. Every step can be
 * undone, so no change of a single word is lost on the way.
 */
function addTo(sums: Int32Array, words: Int32Array): void {
  let [one = 0, two = 0, three = 0, four = 0] = sums;
  const quarter = words.length >>> 2;
  const half = 2 * quarter;
  const last = 3 * quarter;
  for (let at = 0; at < quarter; at++) {
    one = Math.imul(one ^ (words[at] as number), 0x9e3779b1);
    one ^= one >>> 15;
    two = Math.imul(two ^ (words[at + quarter] as number), 0x85ebca77);
    two ^= two >>> 13;
    three = Math.imul(three ^ (words[at + half] as number), 0xc2b2ae35);
    three ^= three >>> 16;
    four = Math.imul(four ^ (words[at + last] as number), 0x27d4eb2f);
    four ^= four >>> 14;
  }
  for (let at = 4 * quarter; at < words.length; at++) {
    one = Math.imul(one ^ (words[at] as number), 0x9e3779b1);
    one ^= one >>> 15;
  }
  sums.set([one, two, three, four]);
}

/** Characters by their UTF-16 codes, in and out of numbers. */
export function charactersOf(text: string): Uint16Array {
  const characters = new Uint16Array(text.length);
  for (let at = 0; at < characters.length; at++) characters[at] = text.charCodeAt(at);
  return characters;
}

export function textOf(characters: Uint16Array): string {
  let text = '';
  for (let at = 0; at < characters.length; at += 8_192) {
    text += String.fromCharCode(...characters.subarray(at, at + 8_192));
  }
  return text;
}

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;
const bytesOf = (section: Section) =>
  new Uint8Array(section.buffer, section.byteOffset, section.byteLength);

function kindOf(section: Section): number {
  return kinds.findIndex((kind) => section instanceof kind);
}
