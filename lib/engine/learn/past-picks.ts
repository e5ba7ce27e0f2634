import { analyse, type Token } from '../text/analyse';
import { type KeptOverlay, type Repair, repairsIn, withRepairs } from './kept-overlay';

/** The picks learned so far, in their order, for learning from some of them once more. */
export type PastPicks = {
  readonly length: number;
  /** @param from the place of its lesson */
  push(entry: number, from: number, read: readonly Token[], tokens: readonly Token[]): void;
  pop(): void;
  /** Any of them, the same for the same number. */
  draw(number: number): { readonly entry: number; readonly tokens: readonly Token[] };
  kept(): {
    readonly from: Pick<KeptOverlay['from'], 'past' | 'pastEntries'>;
    readonly repairs: KeptOverlay['repairs'];
  };
};

type PastPick = {
  readonly entry: number;
  readonly from: number;
  readonly repairs: readonly Repair[];
  /** Of an earlier session they are read only when they are drawn. */
  tokens: readonly Token[] | undefined;
};

/** @param textOf gives the text of a lesson of an earlier session */
export function createPastPicks(
  kept: KeptOverlay | undefined,
  textOf: (lesson: number) => string,
): PastPicks {
  const picks: PastPick[] = [];
  const repairsOf = new Map(kept?.repairs);
  kept?.from.past.forEach((from, at) => {
    const entry = kept.from.pastEntries[at] as number;
    picks.push({ entry, from, repairs: repairsOf.get(at) ?? [], tokens: undefined });
  });
  return {
    get length() {
      return picks.length;
    },
    push(entry, from, read, tokens) {
      picks.push({ entry, from, repairs: repairsIn(read, tokens), tokens });
    },
    pop() {
      picks.pop();
    },
    draw(number) {
      const pick = picks[scatter(number) % picks.length] as PastPick;
      pick.tokens ??= withRepairs(analyse(textOf(pick.from)), pick.repairs);
      return { entry: pick.entry, tokens: pick.tokens };
    },
    kept: () => ({
      from: {
        past: Int32Array.from(picks, ({ from }) => from),
        pastEntries: Int32Array.from(picks, ({ entry }) => entry),
      },
      repairs: picks.flatMap(({ repairs }, at) =>
        repairs.length === 0 ? [] : [[at, repairs] as const],
      ),
    }),
  };
}

/** Scatters small numbers evenly over 32 bits (Knuth's multiplicative hashing). */
const scatter = (value: number) => Math.imul(value, 2_654_435_761) >>> 0;
