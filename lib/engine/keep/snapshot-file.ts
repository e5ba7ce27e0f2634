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
const magic = 0x43554501;
/** A database takes rows of some MB; a hundred at once would not fit through its process's door. */
const partBytes = 4 * 2 ** 20;
/** magic, version, identity, part, parts, payload's bytes, and two lanes of the checksum. */
const headWords = 8;

/**
 * Cuts sections into parts that can be kept one by one. Each names what it belongs to and carries
 * a checksum of all its bytes.
 * @param version of what is inside; another one is not read
 * @param identity tells the parts of one snapshot from those of another
 */
export function* writeSnapshot(
  sections: Sections,
  version: number,
  identity: number,
): Generator<Uint8Array, void, void> {
  const named = Object.entries(sections);
  const index = named.map(([name, section]) => [name, kindOf(section), section.length]);
  const head = charactersOf(JSON.stringify(index));
  const blocks = [Uint32Array.of(head.length), head, ...named.map(([, section]) => section)];
  const total = blocks.reduce((sum, block) => sum + padded(block.byteLength), 0);
  const count = Math.max(1, Math.ceil(total / partBytes));
  let block = 0;
  let read = 0;
  for (let part = 0; part < count; part++) {
    const bytes = Math.min(partBytes, total - part * partBytes);
    const words = new Int32Array(headWords + bytes / 4);
    const into = new Uint8Array(words.buffer, 4 * headWords);
    for (let written = 0; written < bytes; ) {
      const from = blocks[block] ?? into;
      const length = Math.min(bytes - written, padded(from.byteLength) - read);
      into.set(bytesOf(from).subarray(read, read + length), written);
      written += length;
      read += length;
      if (read === padded(from.byteLength)) {
        block++;
        read = 0;
      }
    }
    words.set([magic, version, identity, part, count, bytes]);
    words.set(checksum(words), headWords - 2);
    yield new Uint8Array(words.buffer);
  }
}

/** Reads what `writeSnapshot` wrote, and nothing else: one wrong bit and it is refused. */
export function readSnapshot(
  parts: readonly Uint8Array[],
  version: number,
): Sections | SnapshotRefusal {
  const read = parts.map(wordsOf);
  const first = read[0];
  if (first === undefined) return 'damaged';
  let total = 0;
  for (const [at, words] of read.entries()) {
    if (words === undefined || words[0] !== magic) return 'damaged';
    const [low, high] = checksum(words);
    if (words[headWords - 2] !== low || words[headWords - 1] !== high) return 'damaged';
    if (words[1] !== version) return 'other-version';
    if (words[2] !== first[2] || words[3] !== at || words[4] !== read.length) return 'damaged';
    total += words.length - headWords;
  }
  const all = new Int32Array(total);
  let filled = 0;
  for (const words of read) {
    if (words === undefined) return 'damaged';
    all.set(words.subarray(headWords), filled);
    filled += words.length - headWords;
  }
  return sectionsIn(all.buffer);
}

function sectionsIn(buffer: ArrayBuffer): Sections {
  const length = new Uint32Array(buffer, 0, 1)[0] ?? 0;
  const from = padded(4);
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

/** The part as aligned words; undefined when it cannot be one. */
function wordsOf(part: Uint8Array): Int32Array | undefined {
  if (part.byteLength < 4 * headWords || part.byteLength % 4 !== 0) return undefined;
  const { buffer, byteOffset, byteLength } = part.byteOffset % 4 === 0 ? part : part.slice();
  const words = new Int32Array(buffer, byteOffset, byteLength / 4);
  return words[5] === byteLength - 4 * headWords ? words : undefined;
}

/**
 * Every step can be undone, so no change of a single word is lost on the way; the lanes take the
 * words at different multipliers. The checksum's own place is left out.
 */
function checksum(words: Int32Array): [low: number, high: number] {
  let low = 1;
  let high = 2;
  for (let at = 0; at < words.length; at++) {
    if (at === headWords - 2 || at === headWords - 1) continue;
    const word = words[at] as number;
    low = Math.imul(low ^ word, 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ word, 0x85ebca77);
    high ^= high >>> 13;
  }
  return [low | 0, high | 0];
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
