import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';

type Found = { readonly entry: Entry; readonly base: KnowledgeBase };

/**
 * What was found with small talk behind the team's own answers, in whatever language it is; unless
 * what was typed is in its title, for then it was looked for.
 */
export function smallTalkLast(found: readonly Found[], query: string): Found[] {
  const wanted = query.trim().toLowerCase();
  const isBeside = ({ entry, base }: Found) =>
    base.smallTalk && !entry.title.toLowerCase().includes(wanted);
  return [...found.filter((one) => !isBeside(one)), ...found.filter(isBeside)];
}
