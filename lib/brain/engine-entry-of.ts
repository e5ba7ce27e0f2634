import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EngineEntry } from '../engine/engine';

/** What the engine needs to know of an entry. */
export function engineEntryOf(base: KnowledgeBase, entry: Entry): EngineEntry {
  return {
    base: base.id,
    id: entry.id,
    title: entry.title,
    phrasings: entry.phrasings.map(({ text }) => text),
    answer: entry.answer,
    smallTalk: base.smallTalk,
    language: base.language,
    scope: base.scope,
    ...(base.routes === undefined ? {} : { routes: base.routes }),
    overrides: entry.links.filter(({ kind }) => kind === 'overrides').map(({ to }) => to),
    ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
    ...(entry.validUntil === undefined ? {} : { validUntil: entry.validUntil }),
  };
}
