import type { ImportProblem } from '../../protocol/import-calls';
import { fileLimits } from '../../protocol/knowledge-file';
import type { Draft } from './draft';

type MutableDraft = { -readonly [Field in keyof Draft]: Draft[Field] };

export type JoinedDrafts = {
  readonly drafts: readonly Draft[];
  readonly duplicates: readonly { readonly row: number; readonly of: number }[];
  readonly bad: readonly ImportProblem[];
};

/** Titles that differ in case, width or spaces only are the same. */
export const foldTitle = (title: string) =>
  title
    .slice(0, fileLimits.line * 2)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Rows of the same id, or without one of the same title, become one entry with all their phrasings.
 * A row that says nothing new is a duplicate; one that says something else is refused. A row of
 * phrasings alone belongs to the row above it.
 */
export function joinDrafts(drafts: readonly Draft[]): JoinedDrafts {
  const joined: MutableDraft[] = [];
  const byId = new Map<string, MutableDraft>();
  const byTitle = new Map<string, MutableDraft>();
  const duplicates: { row: number; of: number }[] = [];
  const bad: ImportProblem[] = [];
  let above: MutableDraft | undefined;

  for (const read of drafts) {
    const draft = withTitle(read, above !== undefined);
    const earlier = earlierOf(draft);
    if (earlier === undefined) {
      const own: MutableDraft = { ...draft };
      joined.push(own);
      if (own.id !== undefined) byId.set(own.id, own);
      const title = foldTitle(own.title ?? '');
      if (title !== '' && !byTitle.has(title)) byTitle.set(title, own);
      above = own;
      continue;
    }
    above = earlier;
    const field = conflictOf(earlier, draft);
    if (field !== undefined) {
      const reason = `Says something else than row ${earlier.row} of the same ${
        draft.id === undefined ? 'title' : 'id'
      }.`;
      bad.push({ kind: 'conflict', row: draft.row, column: field, reason });
    } else if (!addTo(earlier, draft)) duplicates.push({ row: draft.row, of: earlier.row });
  }
  return { drafts: joined, duplicates, bad };

  function earlierOf(draft: Draft): MutableDraft | undefined {
    if (draft.id !== undefined) return byId.get(draft.id);
    if (draft.title !== undefined) return byTitle.get(foldTitle(draft.title));
    const asksOnly = draft.answer === undefined && draft.variants === undefined;
    return asksOnly && draft.phrasings !== undefined ? above : undefined;
  }
}

/** What only asks and answers is called by its first question. */
function withTitle(draft: Draft, hasAbove: boolean): Draft {
  const [first, ...others] = draft.phrasings ?? [];
  const answers = draft.answer !== undefined || draft.variants !== undefined;
  if (draft.title !== undefined || first === undefined) return draft;
  if (draft.id !== undefined || (!answers && hasAbove)) return draft;
  return { ...draft, title: first, phrasings: others };
}

const singles = ['title', 'answer', 'asksFirst', 'validFrom', 'validUntil', 'mustEdit'] as const;

function conflictOf(earlier: Draft, draft: Draft): string | undefined {
  const field = singles.find((name) => {
    if (draft[name] === undefined || earlier[name] === undefined) return false;
    if (name !== 'title') return draft[name] !== earlier[name];
    return foldTitle(draft.title ?? '') !== foldTitle(earlier.title ?? '');
  });
  if (field !== undefined) return field;
  return (['en', 'zh'] as const)
    .filter((language) => {
      const [one, other] = [earlier.variants?.[language], draft.variants?.[language]];
      return one !== undefined && other !== undefined && one !== other;
    })
    .map((language) => `answer.${language}`)[0];
}

/** Gives back whether anything was new. */
function addTo(earlier: MutableDraft, draft: Draft): boolean {
  let isNew = false;
  const add = <Field extends keyof Draft>(field: Field, value: Draft[Field]) => {
    earlier[field] = value;
    isNew = true;
  };
  for (const name of singles) {
    if (earlier[name] === undefined && draft[name] !== undefined) add(name, draft[name] as never);
  }
  const variants = { ...draft.variants, ...earlier.variants };
  if (Object.keys(variants).length > Object.keys(earlier.variants ?? {}).length) {
    add('variants', variants);
  }
  for (const name of ['phrasings', 'tags'] as const) {
    // It is refused for so many already; joining on and on would take quadratic time.
    if ((earlier[name]?.length ?? 0) > fileLimits.phrasings) return true;
    const more = newOnes(earlier[name] ?? [], draft[name] ?? []);
    if (more.length > 0) add(name, [...(earlier[name] ?? []), ...more]);
  }
  const links = earlier.links ?? [];
  const moreLinks = (draft.links ?? []).filter(
    ({ to, kind }) => !links.some((link) => link.to === to && link.kind === kind),
  );
  if (moreLinks.length > 0) add('links', [...links, ...moreLinks]);
  const attachments = earlier.attachments ?? [];
  const moreAttachments = (draft.attachments ?? []).filter(
    ({ name, url }) => !attachments.some((file) => file.name === name && file.url === url),
  );
  if (moreAttachments.length > 0) add('attachments', [...attachments, ...moreAttachments]);
  return isNew;
}

function newOnes(earlier: readonly string[], later: readonly string[]): string[] {
  const known = new Set(earlier);
  return later.filter((text) => !known.has(text));
}
