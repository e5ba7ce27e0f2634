import { isValidOn } from '../domain/entry';
import { confidenceOf, isEnough, kindOf, leastClaim, leastTalk } from './calibrate';
import { explainer, type Reason } from './explain';
import type { Model } from './model';
import type { EngineCue, Ranked, Ranking } from './ranking';
import { scoreMessage } from './score-message';

const mostRelated = 5;
/** Newcomers are looked for among so many times more. */
const newcomersAmong = 4;
/** As many cards as are in view at once. */
const inView = 3;
/** What the customer wrote before says less about the open question than the question itself. */
const earlierWeight = 0.5;

/** `at`: its place in the corpus. */
type Candidate = Omit<Ranked, keyof Reason> & { readonly at: number };

/** Ranks the valid entries for a message; see `Engine.rank`. */
export function rankMessage(
  model: Model,
  cue: EngineCue,
  limit: number,
  smallTalk: boolean,
): Ranking {
  const { entries, phrasingsPerEntry: perEntry } = model.corpus;
  const topics: number[] = [];
  const talk: number[] = [];
  entries.forEach(({ entry }, at) => {
    if (!isValidOn(entry, cue.today)) return;
    if (!entry.smallTalk) topics.push(at);
    else if (smallTalk) talk.push(at);
  });
  const message = scoreMessage(model, cue.text);
  const trained = model.grams !== undefined;

  const confidencesOf = (order: readonly number[], scores: Float32Array): number[] => {
    const first = scores[order[0] ?? -1] ?? 0;
    const second = scores[order[1] ?? -1] ?? 0;
    return order.map((at, rank) => {
      const score = scores[at] ?? 0;
      const ahead = score - (rank === 0 ? second : first);
      return confidenceOf({ score, ahead, hanShare: message.hanShare, trained });
    });
  };
  const rankedOf = (order: readonly number[], scores: Float32Array): Candidate[] => {
    const confidences = confidencesOf(order, scores);
    return order.flatMap((at, rank) => {
      const entry = entries[at]?.entry;
      const confidence = confidences[rank] ?? 0;
      if (entry === undefined) return [];
      const kind = entry.smallTalk ? 'small-talk' : kindOf(confidence);
      const { base, id } = entry;
      return [{ at, base, id, score: scores[at] ?? 0, confidence, kind }];
    });
  };

  let { scores } = message;
  const pool = limit + mostRelated * (model.learned === undefined ? 1 : newcomersAmong);
  let order = bestOf(topics, scores, pool);
  const greeting = bestOf(talk, scores, 1);
  const isTalkOnly =
    greeting.length > 0 &&
    message.bySentence.every((sentence) => {
      const talkScore = highest(talk, sentence);
      return talkScore >= leastTalk && talkScore >= highest(topics, sentence);
    });
  if (isTalkOnly) {
    return answer(rankedOf(greeting, scores), rankedOf(order, scores));
  }
  const before = cue.earlier?.at(-1);
  if (before !== undefined && !isEnough(confidencesOf(order, scores)[0] ?? 0, true, perEntry)) {
    scores = withEarlier(scores, scoreMessage(model, before).scores);
    order = bestOf(topics, scores, pool);
  }
  const ranked = rankedOf(order, scores);
  if (!isEnough(ranked[0]?.confidence ?? 0, true, perEntry)) {
    const reply = rankedOf(greeting, scores).filter(({ score }) => score >= leastTalk);
    return answer(reply, ranked);
  }
  const claimed = message.bySentence.length > 1 ? claimsOf() : new Set<string>();
  const isClaimed = ({ base, id }: Candidate) => claimed.has(JSON.stringify([base, id]));
  const shown = ranked.filter(
    (each) => isEnough(each.confidence, false, perEntry) || isClaimed(each),
  );
  const rest = ranked.filter((each) => !shown.includes(each));
  return answer(withClaims(shown, isClaimed), rest);

  function answer(shown: readonly Candidate[], rest: readonly Candidate[]): Ranking {
    const explain = explainer(model, cue.text);
    const explained = ({ at, ...ranked }: Candidate): Ranked => ({ ...ranked, ...explain(at) });
    const suggestions = shown.slice(0, limit);
    const further = [...shown.slice(limit), ...rest];
    return {
      suggestions: suggestions.map(explained),
      related: newcomersFirst(further, inView - suggestions.length).map(explained),
    };
  }

  /**
   * Behind the first ones, entries that were seldom picked come sooner: an entry that nobody sees
   * is never picked, and learns nothing.
   */
  function newcomersFirst(rest: readonly Candidate[], first: number): Candidate[] {
    const { learned } = model;
    if (learned === undefined) return rest.slice(0, mostRelated);
    const fixed = Math.max(0, first);
    const rank = ({ at, score }: Candidate) => score + learned.newness(at);
    const others = rest.slice(fixed).sort((one, other) => rank(other) - rank(one));
    return [...rest.slice(0, fixed), ...others].slice(0, mostRelated);
  }

  /** The entries that answer one of the sentences so well that they must be in view. */
  function claimsOf(): Set<string> {
    const claims = new Set<string>();
    for (const sentence of message.bySentence) {
      const best = bestOf(topics, sentence, 2);
      const entry = entries[best[0] ?? -1]?.entry;
      if (entry === undefined || (confidencesOf(best, sentence)[0] ?? 0) < leastClaim) continue;
      claims.add(JSON.stringify([entry.base, entry.id]));
    }
    return claims;
  }
}

/** Moves claimed entries from further down into view, behind the best one. */
function withClaims(
  ranked: readonly Candidate[],
  isClaimed: (each: Candidate) => boolean,
): Candidate[] {
  const view = ranked.slice(0, inView);
  const further = ranked.slice(inView);
  for (const claim of further.filter(isClaimed)) {
    const givesWay = view.findLastIndex((each, at) => at > 0 && !isClaimed(each));
    if (givesWay < 0) break;
    const [moved] = view.splice(givesWay, 1);
    view.push(claim);
    further.splice(further.indexOf(claim), 1);
    if (moved !== undefined) further.unshift(moved);
  }
  return [...view, ...further];
}

function withEarlier(scores: Float32Array, earlier: Float32Array): Float32Array {
  return scores.map((score, at) => (score > 0 ? score + earlierWeight * (earlier[at] ?? 0) : 0));
}

function highest(among: readonly number[], scores: Float32Array): number {
  let best = 0;
  for (const at of among) best = Math.max(best, scores[at] as number);
  return best;
}

/** The best `count` of those that score at all; equal ones in the order of the corpus. */
function bestOf(among: readonly number[], scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (const at of among) {
    const score = scores[at] as number;
    if (score <= 0 || (best.length === count && score <= (scores[best.at(-1) ?? -1] ?? 0)))
      continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? -1] ?? 0) < score) place--;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
