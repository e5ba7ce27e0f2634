import type { VoteShares } from '../../domain/suggestion';
import type { Model } from '../index/model';
import type { Token } from '../text/analyse';
import { readMessage } from '../text/read-message';
import { repairTokens } from '../text/repair-tokens';
import { sentencesOf, type View } from '../text/views';
import { type Clear, clearLanguageOf, favourOwn } from './own-language';
import { sharesOf } from './vote-shares';
import { voteOn } from './votes';

/** A sentence says less than the whole message does. */
const sentenceWeight = 0.9;
/** A message of two sentences is read sentence by sentence only when it is long. */
const longLetters = 160;
const longHan = 40;

export type MessageScores = {
  /** One for each entry: the best of the whole message and, in long ones, of its sentences. */
  readonly scores: Float32Array;
  /** The scores of each sentence alone; of the whole message when it has one. */
  readonly bySentence: readonly Float32Array[];
  /** The scores of any part of the message alone. */
  readonly scoresOf: (part: View) => Float32Array;
  /** Where those sentences stand. */
  readonly views: readonly View[];
  /** What each vote has in an entry's score for the whole message. */
  readonly votesFor: (entry: number) => VoteShares;
  /** Share of the tokens that are runs of Han or the like. */
  readonly hanShare: number;
};

/** @param language that its reader surely reads: entries of another one count for less */
export function scoreMessage(
  model: Model,
  text: string,
  language: Clear = clearLanguageOf(text),
): MessageScores {
  const tokens = repairTokens(model, readMessage(model, text));
  /** By the words: a sentence that is a question of its own is asked for twice. */
  const known = new Map<string, Float32Array>();
  const voteFor = (said: typeof tokens, steps?: Float32Array[]) => {
    const words = said.map(({ word, stem }) => `${word} ${stem}`).join(' ');
    let scores = known.get(words);
    if (scores !== undefined) return scores;
    scores = voteOn(model, said, steps);
    favourOwn(model.corpus, language, scores);
    known.set(words, scores);
    return scores;
  };
  const steps: Float32Array[] = [];
  const scores = voteFor(tokens, steps);
  const votesFor = (entry: number) => sharesOf(steps, scores, entry);
  const hanShare = tokens.filter((token) => token.isRun).length / (tokens.length || 1);
  const views = sentencesOf(text, model.corpus.entries.length);
  // Not by the tokens: a run of Han is one, and may be cut in two.
  const scoresOf = ({ start, end }: View) =>
    voteFor(repairTokens(model, readMessage(model, text.slice(start, end))));
  if (views.length < 2)
    return { scores, bySentence: [scores], scoresOf, views, votesFor, hanShare };
  const bySentence = views.map(({ start, end }) =>
    voteFor(tokens.filter((token) => token.start >= start && token.end <= end)),
  );
  const parts = { bySentence, scoresOf, views, votesFor, hanShare };
  if (views.length === 2 && !isLong(text, tokens)) return { scores, ...parts };
  const best = scores.slice();
  for (const sentence of bySentence) {
    for (let at = 0; at < best.length; at++) {
      const score = sentenceWeight * (sentence[at] as number);
      if (score > (best[at] as number)) best[at] = score;
    }
  }
  return { scores: best, ...parts };
}

function isLong(text: string, tokens: readonly Token[]): boolean {
  if (text.length >= longLetters) return true;
  let han = 0;
  for (const { isRun, start, end } of tokens) if (isRun) han += end - start;
  return han >= longHan;
}
