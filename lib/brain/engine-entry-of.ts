import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EngineEntry } from '../engine/engine';
import type { EntryOutline } from '../store/entry-outlines';

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

/** The same of an entry that is not read yet. */
export function outlinedEntryOf(base: KnowledgeBase, outline: EntryOutline): EngineEntry {
  const { validFrom, validUntil } = outline;
  const entry = {
    base: base.id,
    id: outline.id,
    title: '',
    phrasings: emptyTexts(outline.phrasings),
    answer: '',
    smallTalk: base.smallTalk,
    language: base.language,
    scope: base.scope,
    overrides: outline.overrides,
    print: outline.print,
  };
  if (base.routes === undefined && validFrom === undefined && validUntil === undefined) {
    return entry;
  }
  return {
    ...entry,
    ...(base.routes === undefined ? {} : { routes: base.routes }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

const empty: (readonly string[])[] = [];

/** Nearly all entries have as many as some other one. */
function emptyTexts(count: number): readonly string[] {
  const texts = empty[count] ?? Array.from({ length: count }, () => '');
  empty[count] = texts;
  return texts;
}
