import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry, markWords } from '../../lib/engine/engine';
import { finished } from '../../lib/engine/index/fresh-entries';
import { buildSegment } from '../../lib/engine/index/segment';
import { countIds, weigh } from '../../lib/engine/index/sparse';
import { analyse } from '../../lib/engine/text/analyse';
import { wordFeatures } from '../../lib/engine/text/features';
import { naiveBase } from './support/naive-base';
import { naiveKeywordVotes } from './support/naive-keyword-votes';
import { weighed, wordKeys } from './support/naive-vectors';

const word = fc.constantFrom(
  'refund',
  'order',
  'late',
  'parcel',
  '退款',
  '发货',
  '订单',
  'constructor',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const entryOf = (id: string): fc.Arbitrary<EngineEntry> =>
  fc.record({
    base: fc.constant('base'),
    id: fc.constant(id),
    title: sentence,
    phrasings: fc.array(sentence, { maxLength: 4 }),
    answer: sentence,
    smallTalk: fc.constant(false),
    language: fc.constant('en' as const),
  });
const base = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => entryOf(`e${at}`))));
const today = '2026-11-22';

/** Votes K and M of engine.design.md computed phrasing by phrasing, without any index. */
function naiveVotes(entries: readonly EngineEntry[], message: string) {
  const base = naiveBase(entries);
  const words = wordKeys(analyse(message)).filter((key) => base.idf(key) > 0);
  const vector = weighed(words, base.idf);
  return naiveKeywordVotes(base, { words, idf: base.idf, vector, unknownWords: 0 });
}

describe('the engine', () => {
  it('votes K and M through its index as a direct computation does', () => {
    fc.assert(
      fc.property(base, sentence, (entries, message) => {
        const held = entries.map((entry) => ({ entry, isGone: false }));
        const { vocabulary, idf, keywords } = finished(buildSegment(held, () => {}));
        const ids = wordFeatures(analyse(message)).flatMap(({ key }) => {
          const id = vocabulary.find(key);
          return id !== undefined && idf[id] ? [id] : [];
        });
        const counts = countIds(ids);
        const votes = keywords.vote(counts, weigh(counts, idf), 0);
        naiveVotes(entries, message).forEach((naive, at) => {
          const place = votes.entries.indexOf(at);
          expect(votes.nearest[place] ?? 0).toBeCloseTo(naive.nearest, 4);
          expect(votes.bm25[place] ?? 0).toBeCloseTo(naive.bm25, 4);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('before it is trained ranks by the votes K and M of a direct computation', () => {
    fc.assert(
      fc.property(base, sentence, (entries, message) => {
        const written = entries.flatMap(({ phrasings, title }) => [...phrasings, title]).join(' ');
        fc.pre(message.split(' ').every((each) => written.includes(each)));
        const engine = createEngine({ train: 'later' });
        engine.put(entries);
        const ranking = engine.rank({ text: message, today }, { limit: 20 });
        const found = [...ranking.suggestions, ...ranking.related];
        const texts = entries.map(({ phrasings, title }) => new Set([...phrasings, title]).size);
        const perEntry = texts.reduce((sum, count) => sum + count, 0) / entries.length;
        const weight = 1 - 0.75 * Math.min(1, Math.max(0, (perEntry - 2) / 4));
        const expected = naiveVotes(entries, message)
          .map(({ nearest, bm25 }, at) => ({
            id: `e${at}`,
            score: 0.3 * nearest + weight * bm25,
          }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(found).toHaveLength(expected.length);
        found.forEach(({ id, score }, at) => {
          expect(score).toBeCloseTo(expected[at]?.score ?? -1, 4);
          expect(score).toBeCloseTo(expected.find((each) => each.id === id)?.score ?? -1, 4);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('after any puts and removals answers as one that was built afresh', () => {
    const steps = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 5 }).chain((at) => entryOf(`e${at}`)),
        fc.integer({ min: 0, max: 5 }).map((at) => `e${at}`),
      ),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(steps, sentence, fc.boolean(), (changes, text, isAskedBetween) => {
        const engine = createEngine();
        const expected = new Map<string, EngineEntry>();
        for (const change of changes) {
          if (typeof change === 'string') {
            engine.remove([{ base: 'base', id: change }]);
            expected.delete(change);
          } else {
            engine.put([change]);
            expected.set(change.id, change);
          }
          if (isAskedBetween) engine.rank({ text, today });
        }
        const fresh = createEngine();
        fresh.put([...expected.values()].reverse());
        expect(engine.size).toBe(expected.size);
        expect(engine.rank({ text, today })).toEqual(fresh.rank({ text, today }));
      }),
      { numRuns: 60 },
    );
  });

  it('gives confidences from 0 to 1, at most five related, and true places for any text', () => {
    const engine = createEngine();
    engine.put(
      fc
        .sample(base, { numRuns: 3, seed: 7 })
        .flatMap((entries, at) => entries.map((entry) => ({ ...entry, base: `base${at}` }))),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.tuple(fc.string({ unit: 'grapheme' }), sentence).map((both) => both.join(' ')),
    );
    fc.assert(
      fc.property(text, (message) => {
        const { suggestions, related } = engine.rank({ text: message, today });
        expect(related.length).toBeLessThanOrEqual(5);
        for (const { confidence, words, inMessage } of [...suggestions, ...related]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          const written = inMessage.map(([start, end]) => message.slice(start, end));
          expect(new Set(words)).toEqual(new Set(written));
        }
        let from = 0;
        for (const [start, end] of markWords(message, message)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
      }),
      { numRuns: 200 },
    );
  });
});
