import { textLanguageOf } from '../../domain/text-language';
import type { Model } from '../index/model';
import { analyse } from '../text/analyse';
import { stemsIn } from '../text/stem';
import { topicFeatures } from '../text/topic-words';
import { type Clear, readersLanguageOf } from './own-language';
import { type MessageScores, scoreMessage } from './score-message';

/** What the customer wrote before says less about the open question than the question itself. */
const earlierWeight = 0.5;
/** Each turn further back says less again. */
const furtherBack = 0.6;
const mostTurns = 3;

/** "and for the tablet?", 那平板呢: asks the same of something else, so not for the same answer. */
const contrast =
  /^\s*(?:(?:ok(?:ay)?|great|thanks|thank you|right|hm+|good)[\s,.!]+)*(?:(?:and|but|or)\b|(?:so )?(?:what|how) about\b|what if\b|same (?:for|with)\b|also for\b)|^\s*(?:好的?|哦|嗯|行)?[，,。\s]*(?:那么?|要是|换成|如果)|呢[?？。!！~～\s]*$/iu;
/** Words that stand for something said before. */
const pointsBack =
  /\b(?:it|its|that|this|those|these|they|them|one|ones|there|same|then|instead|else)\b|它|这个|那个|这种|那种|这样|那样|这些|那些|也|还要|还是/iu;

/** With more to go by than this a message speaks for itself. */
const fewWords = 3;
const veryFewWords = 1.5;
/** Texts so short are whole questions only to those who know what went before. */
const shortWords = 3;
const shortHan = 4;

export type FollowUp = 'contrast' | 'back' | 'none';

/** How a message leans on what was said before it, by its form alone. */
export function followUpOf(text: string): FollowUp {
  const tokens = analyse(text);
  if (tokens.length === 0) return 'none';
  const content = topicAmount(text);
  if (content > fewWords) return 'none';
  if (contrast.test(text)) return 'contrast';
  if (pointsBack.test(text)) return 'back';
  const han = tokens.reduce((sum, { isRun, word }) => sum + (isRun ? [...word].length : 0), 0);
  const words = tokens.filter(({ isRun }) => !isRun).length;
  const isShort = han <= shortHan && words <= shortWords && (han === 0 || words === 0);
  return isShort && content <= veryFewWords ? 'back' : 'none';
}

/** How many words with a topic of their own a text has; a Han character counts as half a word. */
function topicAmount(text: string): number {
  let amount = 0;
  const han = new Set<number>();
  for (const { kind, start, end } of topicFeatures(analyse(text, stemsIn(textLanguageOf(text))))) {
    if (kind === 'stem') amount++;
    else for (let at = start; at < end; at++) han.add(at);
  }
  return amount + han.size / 2;
}

/**
 * The message's scores with what was said before it, or undefined when that should not count: the
 * message is a whole question of its own, whether something answers it or not. Only entries that the message itself speaks for gain.
 * @param isEnough whether the message alone finds something
 */
export function withEarlier(
  model: Model,
  { text, earlier = [] }: { readonly text: string; readonly earlier?: readonly string[] },
  message: MessageScores,
  isEnough: boolean,
): Float32Array | undefined {
  const form = followUpOf(text);
  const isWhole = form === 'none' && (isEnough || topicAmount(text) > fewWords);
  if (earlier.length === 0 || isWhole) return undefined;
  const before = earlierScores(model, earlier, readersLanguageOf(text, earlier));
  if (before === undefined) return undefined;
  const most = form === 'contrast' ? secondHighest(before) : Number.POSITIVE_INFINITY;
  return message.scores.map((score, at) =>
    score > 0 ? score + earlierWeight * Math.min(most, before[at] ?? 0) : 0,
  );
}

/**
 * Back to the last message that was a whole question; what has no topic is passed over. Who goes on
 * in another language is answered in that one, so all count as if they were written in it.
 */
function earlierScores(
  model: Model,
  earlier: readonly string[],
  language: Clear,
): Float32Array | undefined {
  let sum: Float32Array | undefined;
  let weight = 1;
  for (const text of earlier.toReversed().slice(0, mostTurns)) {
    if (topicAmount(text) === 0) continue;
    const { scores } = scoreMessage(model, text, language);
    const by = weight;
    sum = sum === undefined ? scores : sum.map((each, at) => each + by * (scores[at] ?? 0));
    if (followUpOf(text) === 'none') break;
    weight *= furtherBack;
  }
  return sum;
}

function secondHighest(scores: Float32Array): number {
  let first = 0;
  let second = 0;
  for (const score of scores) {
    if (score > first) {
      second = first;
      first = score;
    } else if (score > second) second = score;
  }
  return second;
}
