import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, linkKinds } from '../../lib/domain/entry';
import type { KnowledgeBase } from '../../lib/domain/knowledge-base';
import type { Route } from '../../lib/domain/route';
import { exportBase } from '../../lib/knowledge/export/export-base';
import { exportFormats } from '../../lib/protocol/import-calls';
import { plan } from '../unit/knowledge/support/plan-file';

/** What breaks tables, lists, headings, XML and spreadsheets, and what merely looks unusual. */
const pieces = fc.constantFrom(
  ...['=1+1', '＝1', '+', '-', '＠', '@SUM', "'", "'=", '"', '""', '|', '；', ';', ',', '、', '\t'],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '# ',
    '## ',
    '- ',
    '* ',
    '\\',
    '\\- ',
    '-->',
    '<!-- cuecard ',
    '<b>',
  ],
  ...[
    '&amp;',
    '_x000D_',
    '_x005F_',
    '{{customer.name}}',
    '{{ask:order number}}',
    'how',
    'pay',
    ' ',
  ],
  ...['怎么', '退款', '。', '😀', '👩‍👧', 'é', '\u2028', '\u0001', '\uFFFD', '\uFEFF', '\u00a0'],
);
const text = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'grapheme', maxLength: 8 })),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/\p{Surrogate}/gu, '')
      .trim(),
  )
  .filter((joined) => joined !== '');
const id = fc.stringMatching(/^[a-zA-Z0-9._-]{1,12}$/).filter((made) => made !== '');
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optional = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((made) => (made === undefined ? {} : { [name]: made }));

const attachment = fc
  .record({ text, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) })
  .map(({ text, url }) => ({ name: text.replace(/[\r\n]+/g, ' ').trim(), url }));

const route = fc
  .tuple(
    optional('host', id),
    optional('console', id),
    optional('channel', text),
    optional('label', text),
  )
  .map((fields): Route => Object.assign({}, ...fields))
  .filter((made) => Object.keys(made).length > 0);

const base: fc.Arbitrary<KnowledgeBase> = fc
  .tuple(
    fc.record({
      id,
      name: text,
      scope: fc.constantFrom('shared' as const, 'exclusive' as const),
      language: fc.constantFrom('en' as const, 'zh' as const),
      smallTalk: fc.boolean(),
      updatedAt: fc.constant(0),
    }),
    optional('holding', text),
    optional('routes', fc.array(route, { minLength: 1, maxLength: 3 })),
  )
  .map(([fields, holding, routes]) => ({ ...fields, ...holding, ...routes }));

const entry: fc.Arbitrary<Entry> = fc
  .tuple(
    fc.record({
      id,
      base: fc.constant(''),
      title: text,
      phrasings: fc.array(
        fc.record({ text, source: fc.constantFrom('author' as const, 'import' as const) }),
        { maxLength: 5 },
      ),
      answer: text,
      variants: fc
        .tuple(optional('en', text), optional('zh', text))
        .map(([en, zh]) => ({ ...en, ...zh })),
      tags: fc.array(text, { maxLength: 3 }),
      mustEdit: fc.boolean(),
      links: fc.array(fc.record({ to: id, kind: fc.constantFrom(...linkKinds) }), {
        maxLength: 2,
      }) as fc.Arbitrary<Entry['links']>,
      updatedAt: fc.constant(0),
    }),
    optional('asksFirst', text),
    optional('validFrom', day),
    optional('validUntil', day),
    optional('attachments', fc.array(attachment, { minLength: 1, maxLength: 3 })),
  )
  .map(([fields, ...others]) => Object.assign({ ...fields }, ...others));

const filled = fc
  .tuple(base, fc.uniqueArray(entry, { minLength: 1, maxLength: 6, selector: ({ id }) => id }))
  .map(([into, entries]) => ({
    base: into,
    entries: entries.map((each) => ({ ...each, base: into.id })),
  }));

describe('an exported base', () => {
  it.each(exportFormats)('imports again as %s without a difference', async (format) => {
    const property = fc.asyncProperty(filled, async (held) => {
      const { fileName, bytes } = await exportBase(held.base, held.entries, format, async () => {});
      const into = { id: held.base.id, name: held.base.name, language: held.base.language };
      const again = await plan(fileName, bytes, { base: into }, held);
      expect(again.bad).toEqual([]);
      expect(again.duplicates).toEqual([]);
      expect(again.planned.map(({ change }) => change)).toEqual(held.entries.map(() => 'same'));
      expect(again.planned.map((planned) => planned.entry)).toEqual(held.entries);
    });
    await fc.assert(property, { seed: 20261122, numRuns: 300 });
  });

  it.each(exportFormats)('says the same as %s where it was never before', async (format) => {
    const property = fc.asyncProperty(filled, async (held) => {
      const { fileName, bytes } = await exportBase(held.base, held.entries, format, async () => {});
      const into = { id: held.base.id, name: held.base.name, language: held.base.language };
      const again = await plan(fileName, bytes, { base: into });
      const imported = (entry: Entry) => ({
        ...entry,
        phrasings: entry.phrasings.map((phrasing) => ({ ...phrasing, source: 'import' })),
        updatedAt: 1,
      });
      expect(again.planned.map((planned) => planned.entry)).toEqual(held.entries.map(imported));
      if (format === 'csv' || format === 'xlsx') return;
      expect(again.base).toEqual({ ...held.base, updatedAt: 1 });
    });
    await fc.assert(property, { seed: 42, numRuns: 150 });
  });
});
