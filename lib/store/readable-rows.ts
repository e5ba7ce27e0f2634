import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { StoredEvent } from '../domain/pick';

type Fields = { readonly [field: string]: unknown };

/**
 * Whether rows of the database are what was once written there. A disk gives back other things at
 * times, and an entry without its answer would end the whole brain.
 */
export function isEntry(value: unknown): value is Entry {
  if (!isFields(value)) return false;
  const { id, base, title, answer, phrasings, variants, tags, links, mustEdit, updatedAt } = value;
  const { asksFirst, validFrom, validUntil, attachments = [] } = value;
  return (
    [id, base, title, answer].every(isText) &&
    Array.isArray(phrasings) &&
    phrasings.every((phrasing) => isFields(phrasing) && isText(phrasing.text)) &&
    isFields(variants) &&
    [...Object.values(variants), asksFirst, validFrom, validUntil].every(isTextOrNone) &&
    typeof mustEdit === 'boolean' &&
    Array.isArray(tags) &&
    tags.every(isText) &&
    Array.isArray(links) &&
    links.every((link) => isFields(link) && isText(link.to) && isText(link.kind)) &&
    Array.isArray(attachments) &&
    attachments.every((file) => isFields(file) && isText(file.name) && isText(file.url)) &&
    typeof updatedAt === 'number'
  );
}

export function isBase(value: unknown): value is KnowledgeBase {
  if (!isFields(value)) return false;
  const { id, name, language, smallTalk } = value;
  return (
    isText(id) &&
    isText(name) &&
    (language === 'en' || language === 'zh') &&
    typeof smallTalk === 'boolean'
  );
}

export function isEvent(value: unknown): value is StoredEvent {
  if (!isFields(value) || typeof value.seq !== 'number' || typeof value.at !== 'number') {
    return false;
  }
  const { kind, cueText, entry, entries, conversationKey, consoleId } = value;
  if (![cueText, conversationKey, consoleId].every(isText)) return false;
  switch (kind) {
    case 'gap':
    case 'gap-undone':
      return true;
    case 'shown':
      return Array.isArray(entries) && entries.every(isRef);
    case 'ranking-retrained':
      return typeof value.upTo === 'number';
    case 'edited':
      return isRef(entry) && isText(value.before) && isText(value.after);
    default:
      return isText(kind) && isRef(entry);
  }
}

/** The entries of a chunk that can be read, and how many cannot; at least one of a chunk in ruins. */
export function readableEntries(chunk: unknown): {
  readonly entries: Entry[];
  readonly unreadable: number;
} {
  if (!isFields(chunk) || !Array.isArray(chunk.entries)) return { entries: [], unreadable: 1 };
  const entries = chunk.entries.filter(isEntry);
  return { entries, unreadable: chunk.entries.length - entries.length };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOrNone = (value: unknown) => value === undefined || isText(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isRef = (value: unknown) => isFields(value) && isText(value.base) && isText(value.id);
