import { languageOf } from '../../domain/language';
import { phrasingsOf } from '../../domain/words-print';
import type { Model } from '../index/model';
import { bestOf, highest } from './best-of';
import { leastTalk } from './calibrate';
import { isIn } from './own-language';
import type { EngineCue } from './ranking';
import type { MessageScores } from './score-message';

export type SmallTalk = {
  /** The places of the small talk that may answer, in the customer's language where it has any. */
  readonly places: readonly number[];
  /** Whether each sentence is nothing but small talk. */
  readonly bySentence: readonly boolean[];
  /** Whether a part of the message, with its scores, is. */
  readonly isAll: (part: string, scores: Float32Array) => boolean;
};

/**
 * What of a message is a greeting, thanks and the like. A sentence that is word for word a phrasing
 * of small talk is nothing else, whatever topics begin the same way, unless a topic has that very
 * phrasing too; others are when they fit small talk better than any topic.
 */
export function smallTalkIn(
  model: Model,
  cue: Pick<EngineCue, 'text' | 'earlier'>,
  { topics, talk }: { readonly topics: readonly number[]; readonly talk: readonly number[] },
  { views, bySentence }: MessageScores,
): SmallTalk {
  if (talk.length === 0) {
    return { places: talk, bySentence: bySentence.map(() => false), isAll: () => false };
  }
  const sayings = sayingsOf(model, talk);
  const isAll = (part: string, scores: Float32Array) => {
    const said = bare(part);
    if (sayings.has(said)) return !isAskedSo(model, bestOf(topics, scores, 1)[0], said);
    const score = highest(talk, scores);
    return score >= leastTalk && score >= highest(topics, scores);
  };
  const isTalk = bySentence.map((scores, at) => {
    const view = bySentence.length > 1 ? views[at] : undefined;
    return isAll(view === undefined ? cue.text : cue.text.slice(view.start, view.end), scores);
  });
  const language = languageOf([...(cue.earlier ?? []), cue.text].join('\n'));
  const own = talk.filter((at) => {
    const entry = model.corpus.entries[at]?.entry;
    return entry !== undefined && isIn(entry, language);
  });
  const isOwnEnough = bySentence.some((scores) => highest(own, scores) >= leastTalk);
  return { places: isOwnEnough ? own : talk, bySentence: isTalk, isAll };
}

function isAskedSo(model: Model, topic: number | undefined, said: string): boolean {
  const held = topic === undefined ? undefined : model.corpus.entries[topic];
  return held !== undefined && phrasingsOf(held.entry).some((phrasing) => bare(phrasing) === said);
}

const known = new WeakMap<readonly number[], ReadonlySet<string>>();

/** Made once for each list of places: a model gives the same list again. */
function sayingsOf(model: Model, talk: readonly number[]): ReadonlySet<string> {
  const made = known.get(talk);
  if (made !== undefined) return made;
  const sayings = new Set<string>();
  for (const at of talk) {
    const held = model.corpus.entries[at];
    for (const phrasing of held === undefined ? [] : phrasingsOf(held.entry)) {
      sayings.add(bare(phrasing));
    }
  }
  sayings.delete('');
  known.set(talk, sayings);
  return sayings;
}

/** Letters and numbers alone: "Hello??" and "hello" are one. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
