import { createModel } from '../index/model';
import { buildSegment, type HeldEntry, type Segment } from '../index/segment';
import { bestOf } from '../rank/best-of';
import type { LeastScore, LeastScores } from '../rank/least-scores';
import { scoreMessage } from '../rank/score-message';

/** One phrasing in so many is asked back, of entries that can spare one. */
const every = 5;
const fewestPhrasings = 3;
const mostAsked = 2_000;
/** Fewer tell nothing of a base. */
const fewestRight = 30;
/** Above this a second training costs more than it tells. */
const mostPhrasings = 20_000;
/** A question takes about as long as so many row places of training. */
const questionWork = 100_000;
/**
 * How many spreads under the mean a score is that few questions have (1 to 4 %), or some (2.5 to
 * 11 %). With few phrasings each that is held back is missed, and the scores found are too low. The
 * lowest scores themselves are chance where only some dozens were found.
 */
const seldom = { few: 2.33, many: 1.75 } as const;
const sometimes = { few: 1.96, many: 1.25 } as const;
const few = 5;
const many = 25;

/** The second model learns in a third of the time. */
const briefly = { words: 1, grams: 1 } as const;

/** How many of the questions found score under a direct card's score. */
const underDirect = 0.4;

/**
 * What a base can tell of itself without labels: a part of its phrasings is held back, a second
 * model learns the rest, and those held back are asked. The scores of those found right say how low
 * a real question may score; no fixed limit serves bases of ten phrasings an entry and of a hundred, or
 * of English and of Chinese. A generator, as training is; yields its work.
 */
export function* checkSelf({ held, starts }: Segment): Generator<number, LeastScores, void> {
  const least = new Map<string, LeastScore>();
  const phrasings = starts.at(-1) ?? 0;
  if (phrasings > mostPhrasings) return least;
  const { kept, asked } = holdBack(held);
  if (asked.length < fewestRight) return least;
  const model = createModel(yield* buildSegment(kept, () => {}, briefly), undefined);
  const topics = kept.flatMap(({ entry }, at) => (entry.smallTalk ? [] : [at]));
  const scoresOf = new Map<string, number[]>();
  for (const { text, entry } of asked) {
    const { scores } = scoreMessage(model, text);
    const best = bestOf(topics, scores, 3);
    const base = kept[entry]?.entry.base ?? '';
    if (best.includes(entry)) {
      const score = scores[best[0] ?? 0] ?? 0;
      scoresOf.set(base, [...(scoresOf.get(base) ?? []), score]);
    }
    yield questionWork;
  }
  const share = Math.min(1, Math.max(0, (phrasings / (held.length || 1) - few) / (many - few)));
  const between = ({ few, many }: { few: number; many: number }) => few + share * (many - few);
  for (const [base, scores] of scoresOf) {
    if (scores.length < fewestRight) continue;
    scores.sort((a, b) => a - b);
    const { mean, spread } = momentsOf(scores);
    const under = (spreads: number) => mean - spreads * spread;
    least.set(base, {
      sure: under(between(seldom)),
      doubtful: under(between(sometimes)),
      direct: scores[Math.floor(underDirect * scores.length)] ?? 0,
    });
  }
  return least;
}

function momentsOf(scores: readonly number[]) {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / scores.length) };
}

type Asked = { readonly text: string; readonly entry: number };

/** The entries, in their order, without the phrasings that are asked. */
function holdBack(held: readonly HeldEntry[]): { kept: HeldEntry[]; asked: Asked[] } {
  const asked: Asked[] = [];
  let count = 0;
  const kept = held.map((each, at) => {
    const { entry } = each;
    if (entry.smallTalk || entry.phrasings.length < fewestPhrasings) return each;
    const phrasings = entry.phrasings.filter((text) => {
      const isAsked = count++ % every === 0 && asked.length < mostAsked;
      if (isAsked) asked.push({ text, entry: at });
      return !isAsked;
    });
    return { ...each, entry: { ...entry, phrasings } };
  });
  return { kept, asked };
}
