import { type Attachment, withAttachments } from '../domain/attachment';
import type { Entry, Phrasing } from '../domain/entry';
import type { Language } from '../domain/language';
import { isWebAddress } from '../protocol/knowledge-file';
import type { EntryDraft } from '../protocol/studio-calls';

/** Names an entry among all bases. */
export type DraftKey = `${string}/${string}`;

export const draftKey = (ref: { readonly base: string; readonly id: string }): DraftKey =>
  `${ref.base}/${ref.id}`;

/** An entry while it is written: every field is there, empty where nothing was written yet. */
export type Draft = {
  readonly base: string;
  readonly id: string;
  /** What is kept; undefined for an answer that was never saved. */
  readonly saved: Entry | undefined;
  readonly title: string;
  readonly phrasings: readonly Phrasing[];
  readonly answer: string;
  /** A language that is listed has a variant, also while it is empty. */
  readonly variants: { readonly [language in Language]?: string };
  readonly asksFirst: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly tags: readonly string[];
  readonly mustEdit: boolean;
  readonly attachments: readonly Attachment[];
};

/** The fields that are written by hand. */
export type DraftChange = Partial<Omit<Draft, 'base' | 'id' | 'saved'>>;

export function draftOf(entry: Entry): Draft {
  return {
    base: entry.base,
    id: entry.id,
    saved: entry,
    title: entry.title,
    phrasings: entry.phrasings,
    answer: entry.answer,
    variants: entry.variants,
    asksFirst: entry.asksFirst ?? '',
    validFrom: entry.validFrom ?? '',
    validUntil: entry.validUntil ?? '',
    tags: entry.tags,
    mustEdit: entry.mustEdit,
    attachments: entry.attachments ?? [],
  };
}

export function newDraft(base: string, id: string): Draft {
  return {
    base,
    id,
    saved: undefined,
    title: '',
    phrasings: [],
    answer: '',
    variants: {},
    asksFirst: '',
    validFrom: '',
    validUntil: '',
    tags: [],
    mustEdit: false,
    attachments: [],
  };
}

/** Without the blank rows at the end; one between others stays, so that problems name their row. */
function writtenAttachments({ attachments }: Draft): readonly Attachment[] {
  const last = attachments.findLastIndex(
    ({ name, url }) => name.trim() !== '' || url.trim() !== '',
  );
  return attachments.slice(0, last + 1);
}

/** The answer as the card will show it, attachments included; the incomplete ones are left out. */
export function shownAnswer(draft: Draft, answer: string): string {
  const whole = draft.attachments
    .map(({ name, url }) => ({ name: name.trim(), url: url.trim() }))
    .filter(({ name, url }) => name !== '' && isWebAddress(url));
  return withAttachments(answer.trimEnd(), whole);
}

/** What is sent to be kept: phrasings, variants and fields that are blank are left out. */
export function entryDraftOf(draft: Draft): EntryDraft {
  const { en, zh } = draft.variants;
  const attachments = writtenAttachments(draft);
  return {
    base: draft.base,
    id: draft.id,
    title: draft.title,
    phrasings: draft.phrasings.filter(({ text }) => text.trim() !== ''),
    answer: draft.answer,
    variants: {
      ...(en === undefined || en.trim() === '' ? {} : { en }),
      ...(zh === undefined || zh.trim() === '' ? {} : { zh }),
    },
    ...(draft.asksFirst.trim() === '' ? {} : { asksFirst: draft.asksFirst }),
    ...(draft.validFrom === '' ? {} : { validFrom: draft.validFrom }),
    ...(draft.validUntil === '' ? {} : { validUntil: draft.validUntil }),
    tags: draft.tags,
    mustEdit: draft.mustEdit,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

/** Whether something would be lost if the draft were. */
export function isChanged(draft: Draft): boolean {
  const before = draft.saved === undefined ? newDraft(draft.base, draft.id) : draftOf(draft.saved);
  return JSON.stringify(entryDraftOf(draft)) !== JSON.stringify(entryDraftOf(before));
}

/**
 * The phrasings with those added that stand in a text, one a line. What is there already, or twice
 * in the text, is added once; marks of a copied list ("- ", "• ", "1. ") are dropped.
 */
export function withPhrasings(phrasings: readonly Phrasing[], text: string): readonly Phrasing[] {
  const lines = text.split(/[\r\n]+/);
  const all = [...phrasings];
  for (const line of lines) {
    const words = (
      lines.length > 1 ? line.replace(/^\s*(?:[-*•·]|\d{1,3}[.)、])\s+/, '') : line
    ).trim();
    if (words !== '' && !all.some((one) => one.text === words)) {
      all.push({ text: words, source: 'author' });
    }
  }
  return all;
}
