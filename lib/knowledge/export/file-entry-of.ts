import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import type { FileBase, FileEntry } from '../../protocol/knowledge-file';

/** An entry as `cuecard/1` writes it; what says nothing is left out. */
export function fileEntryOf(entry: Entry): FileEntry {
  const { id, title, answer, variants, asksFirst, validFrom, validUntil } = entry;
  const { tags, mustEdit, links, attachments = [] } = entry;
  return {
    id,
    title,
    phrasings: entry.phrasings.map(({ text }) => text),
    answer,
    ...(Object.keys(variants).length === 0 ? {} : { variants: { ...variants } }),
    ...(asksFirst === undefined ? {} : { asksFirst }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(mustEdit ? { mustEdit } : {}),
    ...(links.length === 0 ? {} : { links: links.map(({ to, kind }) => ({ to, kind })) }),
    ...(attachments.length === 0
      ? {}
      : { attachments: attachments.map(({ name, url }) => ({ name, url })) }),
  };
}

export function fileBaseOf(base: KnowledgeBase): FileBase {
  const { id, name, scope, routes, language, smallTalk, holding } = base;
  return {
    id,
    name,
    scope,
    ...(routes === undefined || routes.length === 0 ? {} : { routes: [...routes] }),
    language,
    smallTalk,
    ...(holding === undefined ? {} : { holding }),
  };
}
