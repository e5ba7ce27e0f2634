import { type Entry, variantLanguages } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Language } from '../domain/language';
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
    ...alsoInOf(variantLanguages(entry)),
    scope: base.scope,
    ...(base.routes === undefined ? {} : { routes: base.routes }),
    overrides: entry.links.filter(({ kind }) => kind === 'overrides').map(({ to }) => to),
    ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
    ...(entry.validUntil === undefined ? {} : { validUntil: entry.validUntil }),
  };
}

/** The same of an entry that is not read yet. */
export function outlinedEntryOf(base: KnowledgeBase, outline: EntryOutline): EngineEntry {
  const { validFrom, validUntil, alsoIn } = outline;
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
  const isPlain = validFrom === undefined && validUntil === undefined && alsoIn === undefined;
  if (base.routes === undefined && isPlain) return entry;
  return {
    ...entry,
    ...alsoInOf(alsoIn),
    ...(base.routes === undefined ? {} : { routes: base.routes }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

const alsoInOf = (languages: readonly Language[] = []) =>
  languages.length === 0 ? {} : { alsoIn: languages };

const empty: (readonly string[])[] = [];

/** Nearly all entries have as many as some other one. */
function emptyTexts(count: number): readonly string[] {
  const texts = empty[count] ?? Array.from({ length: count }, () => '');
  empty[count] = texts;
  return texts;
}
