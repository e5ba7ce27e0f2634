import { phrasingId } from '../domain/phrasing-id';
import type { EntryRef } from '../domain/pick';
import { redactByRules } from '../privacy/redact-by-rules';
import type { TeamState } from '../store/team-rows';

/** Whether the team refused to learn this text for this entry. */
export type TeamRefuses = (entry: EntryRef, text: string) => boolean;

export const refusesNothing: TeamRefuses = () => false;

/**
 * By hashes alone, made of the text as it would have gone to the hub, which redacts what was redacted
 * here once more; or, where a rule is newer than the refusal, of the text as it stands here. What one's
 * own bases learn is no matter of the team's.
 */
export function refusalsOf({ refused, bases }: Pick<TeamState, 'refused' | 'bases'>): TeamRefuses {
  if (refused === undefined || refused.ids.length === 0) return refusesNothing;
  const ids = new Set(refused.ids);
  const kbs = new Set(bases.map(({ kb }) => kb));
  return (entry, text) => {
    if (!kbs.has(entry.base)) return false;
    const sent = redactByRules(text, refused.redaction).trim();
    const kept = redactByRules(sent, refused.redaction).trim();
    return [text, sent, kept].some((words) => ids.has(phrasingId(entry, words)));
  };
}
