import type { Suggestion } from '../domain/suggestion';
import { entryRefOf } from './panel-card';
import type { PanelTools } from './panel-tools';
import { nameOf } from './shown-updates';

export const noneGone: ReadonlySet<string> = new Set();

/** Which of the team's shown entries are no more; one that only ranks lower is still there. */
export async function goneOf(
  { brain, isTeams }: PanelTools,
  shown: readonly Suggestion[],
  fresh: readonly Suggestion[],
): Promise<ReadonlySet<string>> {
  const still = new Set(fresh.map(nameOf));
  const missing = new Map(
    shown
      .filter((each) => isTeams(each.entry.base) && !still.has(nameOf(each)))
      .map((each) => [nameOf(each), each]),
  );
  const gone = new Set<string>();
  for (const [name, each] of missing) {
    const { entry } = await brain.call('studio.entry', entryRefOf(each));
    if (entry === null) gone.add(name);
  }
  return gone;
}
