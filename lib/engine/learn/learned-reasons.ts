import type { Token } from '../text/analyse';
import type { LearnedFeatures } from './learned-features';
import type { LearnedPhrasings } from './learned-phrasings';

/** What lessons have to say for an entry. */
export type LearnedReason = {
  /** What was said when it was picked, as far as it is like the message at all. */
  readonly nearest: { readonly text: string; readonly similarity: number } | undefined;
  /** Whether something said then holds the feature. */
  holds(key: string): boolean;
};

/** @param from phrasings before this one are the base's own */
export function learnedReasons(
  tokens: readonly Token[],
  features: LearnedFeatures,
  picked: LearnedPhrasings,
  from: number,
): (entry: number) => LearnedReason {
  const { nearest } = picked.match(features.vectorsOf(tokens).words);
  const best = new Map<number, number>();
  for (let at = from; at < picked.size; at++) {
    const entry = picked.entryOf(at);
    const most = nearest[best.get(entry) ?? -1] ?? 0;
    if ((nearest[at] as number) > most) best.set(entry, at);
  }
  return (entry) => {
    const at = best.get(entry);
    return {
      nearest:
        at === undefined
          ? undefined
          : { text: picked.textOf(at), similarity: nearest[at] as number },
      holds: (key) =>
        picked.holding(features.idOf(key)).some((at) => at >= from && picked.entryOf(at) === entry),
    };
  };
}
