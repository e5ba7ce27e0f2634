import type { Attachment } from './attachment';
import { type Language, languages } from './language';

/** A customer's way of asking. */
export type Phrasing = {
  readonly text: string;
  readonly source: 'author' | 'import' | 'learned';
};

/**
 * `overrides`: this entry of an exclusive base stands in the place of the shared entry with that
 * id, wherever its base applies. The other kinds name entries of the same base.
 */
export const linkKinds = ['follow-up', 'instead-of', 'part-of', 'overrides'] as const;
export type LinkKind = (typeof linkKinds)[number];

export type EntryLink = {
  readonly to: string;
  readonly kind: LinkKind;
};

/** One unit of a knowledge base: the ways customers ask, and what to answer. */
export type Entry = {
  readonly id: string;
  /** Id of the knowledge base it belongs to; entry ids are unique within a base. */
  readonly base: string;
  readonly title: string;
  readonly phrasings: readonly Phrasing[];
  /** Plain text with slots and a small markdown subset (bold, "- " lists, links). */
  readonly answer: string;
  /** The answer in other languages than the base's own. */
  readonly variants: { readonly [language in Language]?: string };
  /** The question to ask the customer before the answer can be given. */
  readonly asksFirst?: string;
  /** First and last day on which it may be suggested, as YYYY-MM-DD in the agent's own time zone. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly tags: readonly string[];
  /** Must be adapted by the agent before it can be inserted. */
  readonly mustEdit: boolean;
  readonly links: readonly EntryLink[];
  /** Left out when there are none. */
  readonly attachments?: readonly Attachment[];
  /** When the text last changed, in ms since 1970. */
  readonly updatedAt: number;
};

/** The languages that an entry has an answer of its own in, beside that of its base. */
export function variantLanguages({ variants }: Pick<Entry, 'variants'>): Language[] {
  return languages.filter((language) => variants[language] !== undefined);
}

/** Whether an entry may be suggested on a day given as YYYY-MM-DD. */
export function isValidOn(entry: Pick<Entry, 'validFrom' | 'validUntil'>, day: string): boolean {
  return (entry.validFrom ?? day) <= day && day <= (entry.validUntil ?? day);
}

/**
 * The list with this entry in the place of the one with its id; a new one stands before the entry
 * named, or at the end.
 */
export function withEntry(entries: readonly Entry[], entry: Entry, before?: string): Entry[] {
  const at = entries.findIndex(({ id }) => id === entry.id);
  if (at >= 0) return entries.with(at, entry);
  const next = before === undefined ? -1 : entries.findIndex(({ id }) => id === before);
  return next >= 0 ? entries.toSpliced(next, 0, entry) : [...entries, entry];
}
