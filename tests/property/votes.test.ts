import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../lib/engine/engine';
import { createIndex } from '../../lib/engine/index/entry-index';
import { hasSameWords } from '../../lib/engine/index/same-entry';
import { scoreMessage } from '../../lib/engine/rank/score-message';
import { seeded } from '../support/seeded';
import { type NaiveScore, naiveEngine } from './support/naive-engine';

// The engine keeps the weights of votes A, B and S in 8 bits: a score may lie from the exact one as
// far as half a step of each weight in it (`slack`), and in the mean much nearer, as these cancel out.
const mostMeanGap = 0.002;
const today = '2026-11-22';

const english =
  'refund order late parcel where is my money back can I not change the delivery address invoice card paid twice package';
const chinese = '退款 发货 订单 快递 包裹 什么时候 怎么 没有 收到 地址 修改 发票';
const kinds = {
  English: { words: english, languages: ['en'] },
  Chinese: { words: chinese, languages: ['zh'] },
  mixed: { words: `${english} ${chinese} app VIP wifi`, languages: ['en', 'zh'] },
} as const;
type Kind = keyof typeof kinds;
/** What no phrasing has: slips, and words of other topics. */
const strange = 'refnud adress wendesday quibble 蓝牙 delivry pracel';

const wordOf = (words: string) => fc.constantFrom(...words.split(' '));
const said = (word: fc.Arbitrary<string>, most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));

const idAt = (at: number) => `e${String(at).padStart(4, '0')}`;
const entryOf = (kind: Kind, at: number): fc.Arbitrary<EngineEntry> => {
  const word = wordOf(kinds[kind].words);
  return fc.record({
    base: fc.constant('base'),
    id: fc.constant(idAt(at)),
    title: said(word, 4),
    phrasings: fc.array(said(word, 8), { minLength: 1, maxLength: 6 }),
    answer: fc.constant(''),
    smallTalk: fc.constant(false),
    language: fc.constantFrom(...kinds[kind].languages),
  });
};
const entriesOf = (kind: Kind, least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => entryOf(kind, at))));

const sentenceOf = (kind: Kind) => {
  const word = fc.oneof(
    { weight: 8, arbitrary: wordOf(kinds[kind].words) },
    { weight: 1, arbitrary: wordOf(strange) },
  );
  const end = fc.constantFrom('.', '?', '!');
  return fc.tuple(said(word, 9), end).map((parts) => parts.join(''));
};

type Compared = { readonly naive: NaiveScore; readonly score: number };

/** Both scores of each entry of a base, and of those that came after its training. */
function compared(
  written: readonly EngineEntry[],
  fresh: readonly EngineEntry[],
  sentences: readonly string[],
): Compared[] {
  const index = createIndex();
  index.put(written);
  index.train(Number.POSITIVE_INFINITY);
  index.put(fresh);
  const model = index.model();
  const { scores } = scoreMessage(model, sentences.join(' '));
  const naive = naiveEngine(written, fresh).scores(sentences);
  expect(model.corpus.entries.map(({ entry }) => entry)).toEqual(naive.map(({ entry }) => entry));
  return naive.map((naive, at) => ({ naive, score: scores[at] ?? Number.NaN }));
}

const gapOf = ({ naive, score }: Compared) => Math.abs(score - naive.score);
const isAlike = (each: Compared) => gapOf(each) <= each.naive.slack;

const meanGap = (all: readonly Compared[]) =>
  all.reduce((sum, each) => sum + gapOf(each), 0) / all.length;

function expectAlike(all: readonly Compared[]): void {
  expect(all.filter((each) => !isAlike(each))).toEqual([]);
}

/** What has many entries or sentences would be made smaller for minutes. */
const unshrunk = (count: number) => ({ ...runs(count), endOnFailure: true });
const runs = (count: number) => ({ numRuns: process.env['CUECARD_LONG'] ? 5 * count : count });

describe.each(Object.keys(kinds) as Kind[])('a base that is %s', (kind) => {
  const sentence = sentenceOf(kind);

  it('scores a sentence by its five votes as the formulas do', () => {
    const each: Compared[] = [];
    fc.assert(
      fc.property(entriesOf(kind, 1, 9), sentence, (entries, asked) => {
        const all = compared(entries, [], [asked]);
        expectAlike(all);
        each.push(...all);
      }),
      runs(50),
    );
    expect(meanGap(each)).toBeLessThan(mostMeanGap);
  });

  it('scores a message by its sentences, the best of them at 0.9', () => {
    const sentences = fc.oneof(
      fc.array(sentence, { minLength: 2, maxLength: 5 }),
      fc.array(sentence, { minLength: 12, maxLength: 15 }),
    );
    fc.assert(
      fc.property(entriesOf(kind, 1, 9), sentences, (entries, asked) => {
        expectAlike(compared(entries, [], asked));
      }),
      unshrunk(20),
    );
  });

  it('scores entries that changed since as centroids beside the others', () => {
    const changes = fc
      .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
      .chain((places) => fc.tuple(...places.sort((a, b) => a - b).map((at) => entryOf(kind, at))));
    const asked = fc.array(sentence, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(entriesOf(kind, 1, 9), changes, asked, (entries, changed, asked) => {
        const isOther = (entry: EngineEntry) =>
          !entries.some((each) => each.id === entry.id && hasSameWords(each, entry));
        expectAlike(compared(entries, changed.filter(isOther), asked));
      }),
      runs(30),
    );
  });

  it('scores among more entries than a lesson has rivals', () => {
    fc.assert(
      fc.property(entriesOf(kind, 10, 40), sentence, (entries, asked) => {
        expectAlike(compared(entries, [], [asked]));
      }),
      unshrunk(10),
    );
  });

  it('shows its entries in the order of these scores', () => {
    fc.assert(
      fc.property(entriesOf(kind, 2, 9), sentence, (entries, asked) => {
        const naive = new Map(
          naiveEngine(entries)
            .scores([asked])
            .map((each) => [each.entry.id, each]),
        );
        const engine = createEngine();
        engine.put(entries);
        const { suggestions, related } = engine.rank({ text: asked, today }, { limit: 10 });
        const shown = [...suggestions, ...related].flatMap(({ id }) => naive.get(id) ?? []);
        shown.forEach((each, at) => {
          for (const later of shown.slice(at + 1))
            expect(later.score - each.score).toBeLessThan(later.slack + each.slack);
        });
      }),
      runs(20),
    );
  });
});

type Many = { readonly count: number; readonly phrasings: number; readonly rare: number };

/** Entries of words that hundreds of them share, and of so many others that are rarer. */
function manyEntries({ count, phrasings, rare: rareWords }: Many, seed: number): EngineEntry[] {
  const random = seeded(seed);
  const common = english.split(' ');
  const words = () => {
    const rare = Array.from({ length: 2 }, () => `k${Math.floor(random() * rareWords)}`);
    const others = Array.from({ length: 3 }, () => common[Math.floor(random() * common.length)]);
    return [...others, ...rare].join(' ');
  };
  return Array.from({ length: count }, (_, at) => {
    const own = Array.from({ length: phrasings }, words);
    const kind = { smallTalk: false, language: 'en' } as const;
    return { base: 'base', id: idAt(at), title: own[0] ?? '', phrasings: own, answer: '', ...kind };
  });
}

const manyAsked = [
  'refund k1 parcel k2',
  'where is my k3 order',
  'k5 k8 invoice paid twice',
  'can I change the delivery address',
];

describe('a base of many entries', () => {
  it('scores by features that few entries have, moved where they stand', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...manyAsked), (seed, asked) => {
        const all = compared(
          manyEntries({ count: 510, phrasings: 3, rare: 36 }, seed),
          [],
          [asked],
        );
        expectAlike(all);
        expect(meanGap(all)).toBeLessThan(mostMeanGap);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('above 5,000 has the best by A and B at least in its votes K, M and S', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...manyAsked), (seed, asked) => {
        const all = compared(
          manyEntries({ count: 5_010, phrasings: 2, rare: 1_250 }, seed),
          [],
          [asked],
        );
        const best = all.toSorted((a, b) => b.naive.linear - a.naive.linear);
        const least = best[199]?.naive.linear ?? 0;
        const isAmongBest = ({ naive }: Compared) => naive.linear - naive.slack > least;
        const byTwo = ({ naive, score }: Compared) => Math.abs(score - naive.linear) <= naive.slack;
        // Which of them stand at the border is for the rounding to say.
        const isTold = ({ naive }: Compared) => naive.score - naive.linear > 2 * naive.slack;
        const told = best.slice(0, 200).filter(isTold);
        expect(told.filter(isAlike).length).toBeGreaterThan(0.9 * told.length);
        expectAlike(all.filter((each) => isAmongBest(each) || !byTwo(each)));
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
