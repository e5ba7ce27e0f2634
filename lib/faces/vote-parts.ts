import type { VoteShares } from '../domain/suggestion';

export type VotePart = { readonly kind: keyof VoteShares; readonly percent: number };

/** Less is not worth a word. */
const leastShown = 5;

/** What counted for an answer, most first. */
export function voteParts(votes: VoteShares | undefined): VotePart[] {
  if (votes === undefined) return [];
  const { words, letters, phrasings, keywords, sense } = votes;
  const parts = Object.entries({ words, letters, phrasings, keywords, sense }) as [
    keyof VoteShares,
    number,
  ][];
  return parts
    .map(([kind, share]) => ({ kind, percent: Math.round(share * 100) }))
    .filter(({ percent }) => percent >= leastShown)
    .sort((one, other) => other.percent - one.percent);
}
