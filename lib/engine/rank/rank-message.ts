import type { Model } from '../index/model';
import { analyse } from '../text/analyse';
import { mostViewsFor, type View } from '../text/views';
import { bestOf } from './best-of';
import {
  isEnough,
  isWorthALook,
  leastClaim,
  leastTalk,
  mostRivals,
  surestUnusual,
  surestWithEarlier,
} from './calibrate';
import { type Candidate, type Corrections, candidatesOf } from './candidates';
import { explainer } from './explain';
import { withEarlier } from './follow-up';
import { readersLanguageOf } from './own-language';
import { type Heard, type Question, questionsOf, wholeText } from './question-groups';
import type { EngineCue, Ranked, RankedGroup, Ranking } from './ranking';
import { type MessageScores, scoreMessage } from './score-message';
import { smallTalkIn } from './small-talk';
import { withClaims } from './with-claims';

const mostRelated = 5;

export type RankOptions = {
  readonly limit: number;
  readonly smallTalk: boolean;
  readonly corrections: Corrections;
};

/** Ranks the entries that may be suggested for a cue; see `Engine.rank`. */
export function rankMessage(
  model: Model,
  cue: EngineCue,
  { limit, smallTalk, corrections }: RankOptions,
): Ranking {
  const eligible = model.eligible(cue);
  const { topics } = eligible;
  const talk = smallTalk ? eligible.talk : [];
  const pool = limit + mostRelated;
  const language = readersLanguageOf(cue.text, cue.earlier);
  const message = scoreMessage(model, cue.text, language);
  const { hanShare } = message;
  const isFound = ([best]: readonly Candidate[]) =>
    best !== undefined && isEnough(best, model.leastScores.get(best.base));
  const graded = (among: readonly number[], scores: Float32Array, surest = 1) => {
    const order = bestOf(among, scores, Math.max(mostRivals, pool));
    return candidatesOf(model, order, { scores, hanShare }, corrections, surest);
  };

  const surest = isOneWord(cue.text) ? surestUnusual : 1;
  const alone = graded(topics, message.scores, surest).slice(0, pool);
  const said = smallTalkIn(model, cue, { topics, talk }, message);
  const reply = graded(said.places, message.scores).slice(0, 1);
  const isTalkOnly = reply.length > 0 && said.bySentence.every(Boolean);
  if (isTalkOnly) return answer(reply, alone, wholeText(cue.text));

  const combined = withEarlier(model, cue, message, isFound(alone));
  const ranked = combined ? graded(topics, combined, surestWithEarlier).slice(0, pool) : alone;
  if (!isFound(ranked)) {
    const likely = reply.filter(({ score }) => score >= leastTalk);
    return answer(likely, ranked, wholeText(cue.text));
  }
  const claims = message.bySentence.length > 1 ? message.bySentence.map(claimOf) : [];
  const questions = combined
    ? wholeText(cue.text)
    : questionsOf(cue.text, hear, mostViewsFor(model.corpus.entries.length));
  const isClaimed = ({ at }: Candidate) => claims.includes(at);
  const shown = ranked.filter((each) => isWorthALook(each.confidence) || isClaimed(each));
  const rest = ranked.filter((each) => !shown.includes(each));
  return answer(withClaims(shown, isClaimed), rest, questions);

  /** The entry that answers one of the sentences so well that it must be in view. */
  function claimOf(sentence: Float32Array, at: number): number | undefined {
    if (said.bySentence[at]) return undefined;
    const ranked = graded(topics, sentence);
    const [best] = ranked;
    if (best === undefined || !isFound(ranked)) return undefined;
    return best.confidence >= leastClaim ? best.at : undefined;
  }

  /** What a part of the message finds for itself. */
  function hear({ start, end }: View): Heard {
    const scores = message.scoresOf({ start, end });
    const isSmallTalk = said.isAll(cue.text.slice(start, end), scores);
    const ranked = isSmallTalk ? [] : graded(topics, scores);
    const [{ at, confidence } = { at: undefined, confidence: 0 }] = ranked;
    return { scores, best: at, confidence, isFound: isFound(ranked), isSmallTalk };
  }

  function answer(
    shown: readonly Candidate[],
    rest: readonly Candidate[],
    questions: readonly Question[],
  ): Ranking {
    const explained = explaining(model, cue.text, 0, message);
    const suggestions = shown.slice(0, limit).map(explained);
    return {
      kind: suggestions[0]?.kind ?? 'unknown',
      suggestions,
      related: [...shown.slice(limit), ...rest].slice(0, mostRelated).map(explained),
      groups: questions.map(
        (question): RankedGroup => ({
          key: question.key,
          range: [question.start, question.end],
          suggestions: questions.length === 1 ? suggestions : answersTo(question),
        }),
      ),
    };
  }

  function answersTo({ start, end, isOpen }: Question): Ranked[] {
    if (isOpen) return [];
    const question = cue.text.slice(start, end);
    const own = scoreMessage(model, question, language);
    const order = bestOf(topics, own.scores, Math.max(mostRivals, limit));
    return candidatesOf(model, order, own, corrections)
      .filter(({ confidence }) => isWorthALook(confidence))
      .slice(0, limit)
      .map(explaining(model, question, start, own));
  }
}

/** One word, or two Han characters, says too little for a direct card. */
function isOneWord(text: string): boolean {
  const [token, ...more] = analyse(text);
  return more.length === 0 && (token?.isRun !== true || token.word.length <= 2);
}

function explaining(
  model: Model,
  text: string,
  offset: number,
  { votesFor }: MessageScores,
): (candidate: Candidate) => Ranked {
  const explain = explainer(model, text, offset);
  return ({ at, ...ranked }) => ({ ...ranked, ...explain(at), votes: votesFor(at) });
}
