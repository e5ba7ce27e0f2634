import * as v from 'valibot';
import { baseSubject, type Op, opSchema } from '../protocol/hub-ops';
import type { DraftStore } from './draft-store';
import { baseOp, opOfDraft, putOp } from './publish-drafts';

/** Forgets drafts that stand just so at the hub by now: somebody approved them, or wrote the same. */
export async function dropSettled(store: DraftStore, kb: string): Promise<void> {
  const drafts = store.team().drafts.filter(({ base }) => base === kb);
  if (drafts.length === 0) return;
  const published = new Map((await store.readPublished(kb)).map((entry) => [entry.id, entry]));
  const base = await store.readPublishedBase(kb);
  const standing = (id: string): Op | undefined => {
    if (id === baseSubject) return base && baseOp(base);
    const entry = published.get(id);
    return entry === undefined ? { op: 'del', id } : putOp(entry);
  };
  const dropDrafts = drafts.filter((draft) => {
    const op = standing(draft.id);
    return op !== undefined && wordsOf(op) === wordsOf(opOfDraft(draft));
  });
  // What was written again meanwhile is another draft.
  const now = new Set(store.team().drafts.map((draft) => JSON.stringify(draft)));
  const same = dropDrafts.filter((draft) => now.has(JSON.stringify(draft)));
  if (same.length > 0) await store.changeTeam({ dropDrafts: same });
}

/** Parsing puts the fields in the schema's order. */
const wordsOf = (op: Op) => JSON.stringify(v.parse(opSchema, op));
