import type { Entry } from '../../domain/entry';
import type { Language } from '../../domain/language';
import type { Draft } from './draft';
import { makeIdGiver } from './entry-id';

/** What may become an entry once the file format's rules are checked. */
export type Candidate = { readonly row: number; readonly value: unknown };

/** Drafts with an id and an answer in the base's language, or in the only one there is. */
export function candidatesOf(
  drafts: readonly Draft[],
  into: { readonly language: Language; readonly existing: readonly Entry[] },
): Candidate[] {
  const idInFile = new Set(drafts.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const idOf = makeIdGiver(into.existing, idInFile);
  return drafts.map(({ row, ...draft }) => {
    const variants = { ...draft.variants };
    let answer = draft.answer;
    for (const language of [into.language, 'en', 'zh'] as const) {
      if (answer !== undefined) break;
      answer = variants[language];
      delete variants[language];
    }
    const title = draft.title ?? '';
    const value = {
      ...draft,
      id: idOf(draft.id, title),
      title,
      phrasings: draft.phrasings ?? [],
      answer: answer ?? '',
      variants,
    };
    return { row, value };
  });
}
