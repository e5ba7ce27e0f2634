import type { Entry } from '../domain/entry';
import type { Replayed } from '../engine/care/replay-questions';
import type { ReplayChange } from '../protocol/replay-calls';
import { entryKey } from '../store/store';
import type { LoadedBase } from './knowledge';

const mostTold = 200;

/** What somebody loses is looked at first. */
const order: readonly ReplayChange['kind'][] = ['lost', 'another', 'answered', 'reworded'];

/** How the first answers of these questions differ, worst first. */
export function compareReplay(
  questions: readonly string[],
  replayed: readonly Replayed[],
  before: readonly LoadedBase[],
  after: readonly LoadedBase[],
) {
  const were = byKey(before);
  const are = byKey(after);
  const counts = { answered: 0, lost: 0, another: 0, reworded: 0 };
  const changes: ReplayChange[] = [];
  let unchanged = 0;
  let unanswered = 0;
  for (const [at, ref] of replayed.entries()) {
    const old = ref.before && were.get(entryKey(ref.before));
    const fresh = ref.after && are.get(entryKey(ref.after));
    const kind = kindOf(old, fresh);
    if (kind !== undefined) {
      counts[kind]++;
      const titles = { before: old?.title ?? null, after: fresh?.title ?? null };
      changes.push({ question: questions[at] ?? '', kind, ...titles });
    } else if (fresh === undefined) unanswered++;
    else unchanged++;
  }
  changes.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return { unchanged, unanswered, counts, changes: changes.slice(0, mostTold) };
}

function kindOf(before?: Entry, after?: Entry): ReplayChange['kind'] | undefined {
  if (before === undefined) return after && 'answered';
  if (after === undefined) return 'lost';
  if (entryKey(before) !== entryKey(after)) return 'another';
  return wordsOf(before) === wordsOf(after) ? undefined : 'reworded';
}

const wordsOf = ({ answer, variants, asksFirst }: Entry) =>
  JSON.stringify([answer, variants.en, variants.zh, asksFirst]);

const byKey = (bases: readonly LoadedBase[]) =>
  new Map(bases.flatMap(({ entries }) => entries.map((entry) => [entryKey(entry), entry])));
