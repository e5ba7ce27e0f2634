import * as v from 'valibot';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { opSchema } from '../protocol/hub-ops';
import type { TeamBase, TeamPage } from '../store/team-rows';
import type { Pulled } from './pull-base';

/**
 * What operations make of a base. One that this version cannot read is left out and counted: it
 * must not hold up those behind it.
 */
export function pageOf(
  team: TeamBase,
  { ops, cursor, isWhole }: Pulled,
): { readonly page: TeamPage; readonly unreadable: number } {
  const put = new Map<string, Entry>();
  const removed = new Set<string>();
  let base: KnowledgeBase | undefined;
  let unreadable = 0;
  for (const body of ops) {
    const op = readOp(body);
    if (op === undefined) unreadable++;
    else if (op.op === 'base') base = { ...op.base, id: team.kb };
    else if (op.op === 'put') put.set(op.entry.id, { ...op.entry, base: team.kb });
    else {
      put.delete(op.id);
      removed.add(op.id);
    }
  }
  if (isWhole) base ??= { ...nameless, id: team.kb, name: team.kb };
  const entries = [...put.values()];
  const page: TeamPage = {
    team: { ...team, cursor },
    ...(base === undefined ? {} : { base }),
    ...(isWhole ? { whole: entries } : { put: entries, removed: [...removed] }),
  };
  return { page, unreadable };
}

/** For a base whose own fields were never published, or cannot be read. */
const nameless = { scope: 'shared', language: 'en', smallTalk: false, updatedAt: 0 } as const;

function readOp(body: string) {
  try {
    const op = v.safeParse(opSchema, JSON.parse(body));
    return op.success ? op.output : undefined;
  } catch {
    return undefined;
  }
}
