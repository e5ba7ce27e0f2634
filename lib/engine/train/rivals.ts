/** Found on public labelled sets (docs/engine.design.md). */
export const lesson = { rivals: 8, temperature: 10, rate: 0.3, certain: 0.995 } as const;

/** The learning rate of an epoch. */
export const rateOf = (epoch: number) => lesson.rate / (1 + 0.3 * epoch);

/** The best entries but the right one, best first; `among` names those that have a score. */
export function bestRivals(
  scores: Float32Array,
  gold: number,
  among?: { readonly ids: Int32Array; readonly count: number },
): number[] {
  const best: number[] = [];
  const count = among === undefined ? scores.length : among.count;
  let least = 0;
  for (let at = 0; at < count; at++) {
    const entry = among === undefined ? at : (among.ids[at] as number);
    const score = scores[entry] as number;
    if (score <= least || entry === gold) continue;
    let place = best.length < lesson.rivals ? best.length : lesson.rivals - 1;
    while (place > 0 && (scores[best[place - 1] as number] as number) < score) {
      best[place] = best[place - 1] as number;
      place--;
    }
    best[place] = entry;
    if (best.length === lesson.rivals) least = scores[best.at(-1) as number] as number;
  }
  return best;
}

/** How far each of the entries is moved along the message's vector: the gold first, then its rivals. */
export function stepsFor(
  scores: Float32Array,
  gold: number,
  rivals: readonly number[],
  rate: number,
): number[] | undefined {
  const goldScore = scores[gold] as number;
  const odds = rivals.map((rival) =>
    Math.exp(lesson.temperature * ((scores[rival] as number) - goldScore)),
  );
  const sum = odds.reduce((total, each) => total + each, 1);
  const certainty = 1 / sum;
  if (certainty > lesson.certain) return undefined;
  return [rate * (1 - certainty), ...odds.map((each) => (-rate * each) / sum)];
}

const swapsAtOnce = 2 ** 15;

/**
 * A fixed shuffle (Fisher-Yates over a small linear congruence), so that every build is alike. Yields its
 * work: in a long list each step reads memory far away.
 */
export function* shuffled(list: Int32Array): Generator<number, Int32Array, void> {
  let state = 12_345;
  for (let at = list.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const kept = list[at] as number;
    list[at] = list[other] as number;
    list[other] = kept;
    if (at % swapsAtOnce === 0) yield 4 * swapsAtOnce;
  }
  return list;
}
