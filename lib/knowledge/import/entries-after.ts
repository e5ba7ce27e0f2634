import type { Entry } from '../../domain/entry';
import type { ImportPlan } from './plan-import';

/**
 * All entries of the base after the import. `merge` keeps those that the file does not name, in their
 * places; `replace` leaves just the file's, in its order.
 */
export function entriesAfter(plan: ImportPlan, mode: 'merge' | 'replace'): readonly Entry[] {
  const imported = plan.planned.map(({ entry }) => entry);
  if (mode === 'replace' || plan.before === undefined) return imported;
  const byId = new Map(imported.map((entry) => [entry.id, entry]));
  const kept = plan.before.entries.map((entry) => {
    const own = byId.get(entry.id) ?? entry;
    byId.delete(entry.id);
    return own;
  });
  return [...kept, ...byId.values()];
}
