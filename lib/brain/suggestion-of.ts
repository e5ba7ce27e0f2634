import { withAttachments } from '../domain/attachment';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { languageOf } from '../domain/language';
import type { Suggestion, TextRange, VoteShares } from '../domain/suggestion';
import { markWords } from '../engine/text/mark-words';
import { entryKey, type PickCounts } from '../store/store';

type Verdict = Pick<Suggestion, 'kind' | 'confidence'> & {
  /** The one of the message's questions that it answers. */
  readonly question?: string;
  readonly words?: readonly string[];
  readonly inMessage?: readonly TextRange[];
  readonly phrasing?: string;
  readonly votes?: VoteShares;
};

/**
 * An entry as a card: its answer in the customer's language where there is one, and the reasons.
 * @param message what the customer wrote, or what was typed into the Find box
 */
export function suggestionOf(
  { entry, base }: { readonly entry: Entry; readonly base: KnowledgeBase },
  message: string,
  verdict: Verdict,
  picks: PickCounts,
): Suggestion {
  const wanted = languageOf(message);
  const variant = entry.variants[wanted];
  const answer = variant ?? entry.answer;
  return {
    entry: {
      id: entry.id,
      base: base.id,
      title: entry.title,
      ...(entry.asksFirst === undefined ? {} : { asksFirst: entry.asksFirst }),
      mustEdit: entry.mustEdit,
      updatedAt: entry.updatedAt,
      links: [...entry.links],
    },
    baseName: base.name,
    kind: verdict.kind,
    confidence: verdict.confidence,
    answer: withAttachments(answer, entry.attachments),
    language: variant === undefined ? base.language : wanted,
    reasons: {
      words: [...(verdict.words ?? [])],
      inMessage: [...(verdict.inMessage ?? [])],
      inAnswer: [...markWords(answer, verdict.question ?? message)],
      ...(verdict.phrasing === undefined ? {} : { phrasing: verdict.phrasing }),
      ...(isLearned(entry, verdict.phrasing) ? { source: 'learned' } : {}),
      ...(verdict.votes === undefined ? {} : { votes: verdict.votes }),
    },
    picks: picks.get(entryKey({ base: base.id, id: entry.id })) ?? 0,
  };
}

/** Whether nobody wrote it: the ranking also knows what was said when the entry was picked. */
function isLearned({ title, phrasings }: Entry, phrasing: string | undefined): boolean {
  if (phrasing === undefined || phrasing === title) return false;
  return !phrasings.some(({ text, source }) => text === phrasing && source !== 'learned');
}
