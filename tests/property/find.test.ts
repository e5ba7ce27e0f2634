import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEntryFinder } from '../../lib/engine/entry-finder';

const words = 'esim,tablet,refund,bill,go,a1,refunds,开发票,退款,进度,激活,的,naïve,x'.split(',');
const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ', '，', '-')), { maxLength: 6 })
  .map((parts) => parts.flat().join(''));
const entries = fc
  .array(fc.record({ title: text, phrasings: fc.array(text, { maxLength: 3 }), answer: text }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((made) => made.map((one, at) => ({ key: `k${at}`, ...one })));

// More than is indexed before a search: what comes after it has to wait.
const slow = { key: 'slow', title: '%', phrasings: [], answer: '% '.repeat(15_000) };

describe('finding what stands somewhere letter for letter', () => {
  it('finds each entry that a plain search through all texts finds', () => {
    const holding = fc.record({
      entries,
      entry: fc.nat(),
      field: fc.nat(),
      start: fc.nat(),
      length: fc.integer({ min: 1, max: 20 }),
      isIndexed: fc.boolean(),
    });
    let compared = 0;
    fc.assert(
      fc.property(holding, ({ entries, entry, field, start, length, isIndexed }) => {
        const one = entries[entry % entries.length];
        const texts = [one?.title ?? '', ...(one?.phrasings ?? []), one?.answer ?? ''];
        const from = texts[field % texts.length] ?? '';
        const at = from.length === 0 ? 0 : start % from.length;
        const typed = from.slice(at, at + length).trim();
        // A word that comes twice is searched for once.
        const blanks = typed.split(' ');
        fc.pre(typed !== '' && new Set(blanks).size === blanks.length);
        const finder = makeEntryFinder([slow, ...entries]);
        if (isIndexed) finder.index(1_000_000);
        const found = finder.find(typed, entries.length);
        const holds = ({ title, phrasings, answer }: (typeof entries)[number]) =>
          [title, ...phrasings, answer].some((text) => text.includes(typed));
        const wanted = entries.filter(holds).map(({ key }) => key);
        compared += wanted.length;
        expect(found).toEqual(expect.arrayContaining(wanted));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(compared).toBeGreaterThan(2_000);
  });

  it('never throws and never gives an entry twice, whatever is typed and changed', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(entries, entries, anything, fc.nat(400), (before, after, typed, part) => {
        const finder = makeEntryFinder(before);
        finder.index(part);
        finder.put(after);
        finder.remove(['k0']);
        const found = finder.find(typed, 20);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain('k0');
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});
