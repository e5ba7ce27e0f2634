import { type EntryPair as FoundPair, findNearDuplicates } from '../engine/care/near-duplicates';
import type { ResultOf } from '../protocol/brain-calls';
import { engineEntryOf } from './engine-entry-of';
import { makePace } from './import-pace';
import type { Knowledge, LoadedBase } from './knowledge';

/** As many as a person can look through; the rest are counted. */
const mostPairs = 500;
const startLength = 200;
const stepsPerLook = 200;

/** The pairs of entries that overlap, each within its base. Other calls are answered meanwhile. */
export async function findDuplicates(
  knowledge: Pick<Knowledge, 'bases'>,
  wanted: string | null,
  whenIdle: (work: () => void) => void,
): Promise<ResultOf<'learning.duplicates'>> {
  const pace = makePace(whenIdle);
  const pairs: ResultOf<'learning.duplicates'>['pairs'] = [];
  const loaded = [...knowledge.bases()].filter(
    ({ base }) => !base.smallTalk && (wanted === null || base.id === wanted),
  );
  for (const held of loaded) {
    const finding = findNearDuplicates(
      held.entries.map((entry) => engineEntryOf(held.base, entry)),
    );
    let step = finding.next();
    for (let count = 1; !step.done; count++) {
      if (count % stepsPerLook === 0) await pace();
      step = finding.next();
    }
    for (const pair of step.value) pairs.push(pairOf(held, pair));
  }
  pairs.sort((one, other) => Number(isGrave(other)) - Number(isGrave(one)));
  return { pairs: pairs.slice(0, mostPairs), more: Math.max(0, pairs.length - mostPairs) };
}

const isGrave = ({ kind }: { readonly kind: FoundPair['kind'] }) => kind === 'contradiction';

function pairOf({ base, entries }: LoadedBase, pair: FoundPair) {
  const side = (at: number) => {
    const entry = entries[at];
    return {
      base: base.id,
      id: entry?.id ?? '',
      title: entry?.title ?? '',
      baseName: base.name,
      start: entry?.answer.replace(/\s+/g, ' ').slice(0, startLength) ?? '',
    };
  };
  return {
    ...pair,
    one: side(pair.one),
    other: side(pair.other),
    phrasings: { ...pair.phrasings },
    differences: pair.differences.map(({ kind, one, other }) => ({
      kind,
      one: [...one],
      other: [...other],
    })),
  };
}
