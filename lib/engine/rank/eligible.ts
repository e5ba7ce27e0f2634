import { isValidOn } from '../../domain/entry';
import { appliesTo } from '../../domain/route';
import type { EngineEntry } from '../engine-entry';
import type { EngineCue } from './ranking';

/** Places in the corpus of the entries that may be suggested for a cue, in its order. */
export type Eligible = { readonly topics: readonly number[]; readonly talk: readonly number[] };

/**
 * Chosen before anything is ranked, so that no place in view is lost to an entry that may not be
 * shown: bases whose routes lead here, entries valid today, none that is overridden.
 */
export function eligibleFor(
  entries: readonly { readonly entry: EngineEntry }[],
  { today, origin }: Pick<EngineCue, 'today' | 'origin'>,
  isGone: (at: number) => boolean = () => false,
): Eligible {
  const open: number[] = [];
  const overridden = new Set<string>();
  entries.forEach(({ entry }, at) => {
    if (isGone(at) || !isValidOn(entry, today) || !appliesTo(entry, origin)) return;
    open.push(at);
    if (entry.scope !== 'exclusive') return;
    for (const id of entry.overrides ?? []) overridden.add(id);
  });
  const topics: number[] = [];
  const talk: number[] = [];
  for (const at of open) {
    const entry = entries[at]?.entry;
    if (entry === undefined) continue;
    if (entry.scope !== 'exclusive' && overridden.has(entry.id)) continue;
    (entry.smallTalk ? talk : topics).push(at);
  }
  return { topics, talk };
}
