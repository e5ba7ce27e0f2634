import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { baseSubject, type Op } from '../protocol/hub-ops';
import { newBaseReplySchema, publishReplySchema } from '../protocol/hub-team';
import type { Membership, TeamDraft } from '../store/team-rows';
import type { HubLink } from './hub-link';
import { BadCopy, parseAnswer } from './pull-base';

export type PublishOutcome =
  | { readonly outcome: 'unreachable' | 'refused' }
  /** With the version at which the first of the changes stood. */
  | { readonly outcome: 'published'; readonly version: number }
  | { readonly outcome: 'conflict'; readonly subjects: readonly string[] };

type Change = { readonly op: Op; readonly basedOn: number };
const changesPerRequest = 1_000;

/** Sends changes to the hub as one revision, or several where they are very many. */
export async function publishChanges(
  link: HubLink,
  { hub, token }: Membership,
  {
    kb,
    changes,
    why,
  }: { readonly kb: string; readonly changes: readonly Change[]; readonly why: string },
): Promise<PublishOutcome> {
  const url = `${hub}/v1/bases/${encodeURIComponent(kb)}/publish`;
  let version: number | undefined;
  try {
    for (let at = 0; at < changes.length; at += changesPerRequest) {
      const some = changes.slice(at, at + changesPerRequest);
      const answer = await link.ask({ method: 'POST', url, token, body: { why, changes: some } });
      if (answer.status >= 500 || answer.status === 429) return { outcome: 'unreachable' };
      if (answer.status !== 200) return { outcome: 'refused' };
      const reply = parseAnswer(publishReplySchema, answer.text);
      if (reply.outcome === 'conflict') return reply;
      version ??= reply.head.version;
    }
    return { outcome: 'published', version: version ?? 0 };
  } catch {
    return { outcome: 'unreachable' };
  }
}

/** Makes an empty base on the hub. Whether that name was free. */
export async function makeTeamBase(
  link: HubLink,
  { hub, token }: Membership,
  kb: string,
): Promise<'made' | 'there' | 'refused' | 'unreachable'> {
  try {
    const url = `${hub}/v1/bases`;
    const answer = await link.ask({ method: 'POST', url, token, body: { kb } });
    if (answer.status !== 200) return answer.status >= 500 ? 'unreachable' : 'refused';
    return parseAnswer(newBaseReplySchema, answer.text).isNew ? 'made' : 'there';
  } catch (error) {
    if (error instanceof BadCopy) return 'refused';
    return 'unreachable';
  }
}

export function putOp({ base: _, ...entry }: Entry): Op {
  return { op: 'put', entry };
}

export function baseOp({ id: _, ...base }: KnowledgeBase): Op {
  return { op: 'base', base };
}

/** The operation that publishes a draft. */
export function opOfDraft({ id, entry, fields }: TeamDraft): Op {
  if (id === baseSubject && fields !== undefined) return baseOp(fields);
  return entry === null ? { op: 'del', id } : putOp(entry);
}
