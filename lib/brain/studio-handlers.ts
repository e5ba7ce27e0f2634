import { must } from '../base/must';
import { randomId } from '../base/random-id';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { sameText } from '../knowledge/compare-base';
import type { BrainCallName } from '../protocol/brain-calls';
import { entryKey, type PickCounts } from '../store/store';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';
import { baseProblems, entryOfDraft, entryProblems } from './studio-check';
import { listEntries } from './studio-list';

type StudioHandlers = Pick<BrainHandlers, Extract<BrainCallName, `studio.${string}`>>;

/** The calls with which knowledge is looked through and written, one entry at a time. */
export function studioHandlers(from: {
  readonly knowledge: Knowledge;
  readonly picks: PickCounts;
  readonly now: () => number;
}): StudioHandlers {
  const { knowledge, now } = from;
  const entryAt = (base: string, id: string) => knowledge.entry(entryKey({ base, id }))?.entry;

  return {
    'studio.bases': () => ({
      bases: Array.from(knowledge.bases(), ({ base, entries }) => ({
        base,
        entries: entries.length,
      })),
    }),
    'studio.entries': (wanted) => listEntries(wanted, from),
    'studio.entry': ({ base, id }) => ({ entry: entryAt(base, id) ?? null }),

    'studio.save': async ({ entry: draft, basedOn }) => {
      const problems = entryProblems(draft);
      if (problems.length > 0) return { outcome: 'refused', problems };
      const there = entryAt(draft.base, draft.id);
      const entry = entryOfDraft(draft, { links: there?.links ?? [], updatedAt: now() });
      if (basedOn !== null && there !== undefined && there.updatedAt !== basedOn) {
        // Asked again after the brain died before it could say that it had saved just this.
        if (sameText(there, entry)) return { outcome: 'saved', entry: there };
        return { outcome: 'changed-elsewhere', entry: there };
      }
      await knowledge.saveEntry(entry);
      return { outcome: 'saved', entry };
    },

    'studio.delete': async ({ base, id }) => {
      const entries = knowledge.base(base)?.entries ?? [];
      const at = entries.findIndex((entry) => entry.id === id);
      const entry = entries[at];
      if (entry === undefined) return { removed: null };
      await knowledge.removeEntry({ base, id });
      return { removed: { entry, before: entries[at + 1]?.id ?? null } };
    },
    'studio.restore': async ({ removed: { entry, before } }) => {
      await knowledge.saveEntry(entry, before ?? undefined);
      return null;
    },

    'studio.save-base': async ({ id, newId, name, language, holding, ...where }) => {
      const problems = baseProblems(name, holding);
      if (problems.length > 0) return { outcome: 'refused', problems };
      const { holding: _, ...kept } =
        id === null
          ? (knowledge.base(newId ?? '')?.base ?? newBase(newId))
          : must(knowledge.base(id), `the base ${id}`).base;
      const base = {
        ...kept,
        ...where,
        name: name.trim(),
        language,
        ...(holding.trim() === '' ? {} : { holding: holding.trim() }),
        updatedAt: now(),
      };
      await knowledge.saveBase(base);
      return { outcome: 'saved', base };
    },
  };
}

function newBase(
  id = `base-${randomId().slice(0, 12)}`,
): Omit<KnowledgeBase, 'name' | 'language' | 'updatedAt'> {
  return { id, scope: 'shared', smallTalk: false };
}
