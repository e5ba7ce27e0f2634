import { readFileSync } from 'node:fs';
import { type EntryPair, findNearDuplicates } from '../lib/engine/care/near-duplicates';
import type { EngineEntry } from '../lib/engine/engine';

type Written = { readonly phrasings: readonly string[]; readonly answer: string };
type Kind = EntryPair['kind'] | 'neither';
/** Two entries that we wrote, and what they are to each other. */
export type LabelledPair = {
  /** The rules were mended by the first; the others were written after that, and not looked at since. */
  readonly set: 'tuned' | 'held back';
  readonly kind: Kind;
  readonly about: string;
  readonly one: Written;
  readonly other: Written;
};
/** `found` is `neither` where the pair is not listed. */
export type FoundPair = LabelledPair & { readonly found: Kind };

export type OverlapFigures = {
  readonly pairs: readonly FoundPair[];
  /** Entries of two pairs that are listed as one. */
  readonly across: readonly { readonly one: string; readonly other: string }[];
};

/** Puts all pairs of a language into one base and looks for its overlapping entries. */
export function measureOverlapQuality(language: 'en' | 'zh'): OverlapFigures {
  const file = new URL(`../tests/fixtures/overlaps/${language}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const pairs = lines.map((line) => JSON.parse(line) as LabelledPair);
  const entries = pairs.flatMap(({ one, other }, at) =>
    [one, other].map(
      (written, side): EngineEntry => ({
        ...written,
        base: 'pairs',
        id: `${at}-${side}`,
        title: written.phrasings[0] ?? '',
        smallTalk: false,
        language,
      }),
    ),
  );
  const finding = findNearDuplicates(entries);
  let step = finding.next();
  while (!step.done) step = finding.next();
  const listed = step.value;
  const pairAt = (entry: number) => Math.floor(entry / 2);
  const own = listed.filter(({ one, other }) => pairAt(one) === pairAt(other));
  return {
    pairs: pairs.map((pair, at) => ({
      ...pair,
      found: own.find(({ one }) => pairAt(one) === at)?.kind ?? 'neither',
    })),
    across: listed
      .filter((each) => !own.includes(each))
      .map(({ one, other }) => ({
        one: entries[one]?.title ?? '',
        other: entries[other]?.title ?? '',
      })),
  };
}
