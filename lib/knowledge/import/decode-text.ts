import type { TextEncoding } from '../../protocol/import-calls';
import { FileRefused } from './file-refused';

export type DecodedText = {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether some bytes made no sense; they became U+FFFD. */
  readonly damaged: boolean;
};

const sampleBytes = 256 * 1024;

/**
 * Recognises UTF-8, UTF-16 and GB18030 (with or without a mark at the start), else takes the text
 * to be Windows-1252, as older Excel writes it. Refuses what is no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new FileRefused('empty', 'The file is empty.');
  const marked = encodingByMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  refuseKnownBinary(bytes);

  if (bytes.subarray(0, sampleBytes).includes(0)) {
    const wide = decodeAs(bytes, wideEncoding(bytes));
    // Plain text in UTF-16 has neither broken pairs nor NULs, and something to separate its lines.
    if (wide.damaged || wide.text.includes('\0') || isMostlyControls(wide)) {
      throw notText();
    }
    return wide;
  }
  const utf8 = decodeAs(bytes, 'utf-8');
  if (!utf8.damaged) return refuseControls(utf8);
  return refuseControls(decodeAs(bytes, narrowEncoding(bytes.subarray(0, sampleBytes))));
}

function encodingByMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, encoding, damaged: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, damaged: true };
  }
}

/** In Latin text the zero is the second byte of each pair, or the first. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' {
  let odd = 0;
  let even = 0;
  const end = Math.min(bytes.length, sampleBytes);
  for (let at = 0; at < end; at++) {
    if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** For bytes that are not clean UTF-8: which encoding explains most of those above 0x7f. */
function narrowEncoding(bytes: Uint8Array): TextEncoding {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = countOf(utf8, /\uFFFD/g);
  if (countOf(utf8, /[^\0-\x7F\uFFFD]/gu) > broken) return 'utf-8';

  // GB 2312's Chinese characters, of which nearly all Chinese text consists, have both bytes high.
  let pairs = 0;
  let loners = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at] ?? 0) >= 0x81 && (bytes[at + 1] ?? 0) >= 0xa1) {
      pairs++;
      at++;
    } else loners++;
  }
  return pairs > loners ? 'gb18030' : 'windows-1252';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function refuseKnownBinary(bytes: Uint8Array) {
  if (signatures.some((signature) => startsWith(bytes, signature))) throw notText();
}

function refuseControls(decoded: DecodedText): DecodedText {
  if (isMostlyControls(decoded)) throw notText();
  return decoded;
}

/** Text has hardly any control characters; of compressed bytes they are about one in nine. */
function isMostlyControls({ text, damaged, encoding }: DecodedText): boolean {
  const start = text.slice(0, 4096);
  const most = damaged || encoding === 'windows-1252' ? 0.03 : 0.1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  return countOf(start, /[\0-\x08\x0E-\x1F\x7F]/g) > start.length * most;
}

const notText = () =>
  new FileRefused('binary', 'This is no text file: its name may say so, but its content does not.');
