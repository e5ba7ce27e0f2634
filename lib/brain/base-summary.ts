import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { BaseSummary } from '../protocol/brain-calls';

/** What faces are told of a base. */
export function summaryOf(
  base: KnowledgeBase,
  entries: Pick<readonly Entry[], 'length'>,
): BaseSummary {
  return {
    id: base.id,
    name: base.name,
    language: base.language,
    smallTalk: base.smallTalk,
    entries: entries.length,
    holding: base.holding ?? null,
  };
}
