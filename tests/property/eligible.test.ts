import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CueOrigin, Route } from '../../lib/domain/route';
import { createEngine, type EngineEntry } from '../../lib/engine/engine';

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const defined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const hosts = ['desk.example', 'eu.desk.example', 'other.example', 'notdesk.example'];
const route = fc
  .record({
    host: some(fc.constantFrom(...hosts, '*.desk.example', 'DESK.example')),
    console: some(fc.constantFrom('zendesk', 'qiyu')),
    channel: some(fc.constantFrom('mail', 'chat')),
    label: some(fc.constantFrom('vip', 'B2B')),
  })
  .map((fields): Route => defined(fields))
  .filter((made) => Object.keys(made).length > 0);
const origin = fc
  .record({
    host: some(fc.constantFrom(...hosts)),
    console: some(fc.constantFrom('zendesk', 'qiyu')),
    channel: some(fc.constantFrom('mail', 'Chat')),
    labels: some(fc.subarray(['vip', 'b2b', 'new'])),
  })
  .map((fields): CueOrigin => defined(fields));

const today = '2026-11-22';
const days = ['2026-11-21', today, '2026-11-23'];
const base = fc.record({
  scope: fc.constantFrom('shared' as const, 'exclusive' as const),
  routes: fc.array(route, { maxLength: 2 }),
});
const entry = fc.record({
  base: fc.constantFrom('a', 'b', 'c'),
  id: fc.constantFrom('e1', 'e2', 'e3'),
  overrides: fc.subarray(['e1', 'e2', 'e3'], { maxLength: 1 }),
  validFrom: some(fc.constantFrom(...days)),
  validUntil: some(fc.constantFrom(...days)),
});
const loaded = fc
  .tuple(
    fc.record({ a: base, b: base, c: base }),
    fc.uniqueArray(entry, { maxLength: 9, selector: ({ base, id }) => `${base}/${id}` }),
  )
  .map(([bases, entries]) =>
    entries.map(
      ({ validFrom, validUntil, ...rest }): EngineEntry => ({
        ...rest,
        ...bases[rest.base as 'a' | 'b' | 'c'],
        ...defined({ validFrom, validUntil }),
        title: 'refund',
        phrasings: [`when do I get my refund from ${rest.base} ${rest.id}`],
        answer: 'Soon.',
        smallTalk: false,
        language: 'en',
      }),
    ),
  );

const keyOf = ({ base, id }: { base: string; id: string }) => `${base}/${id}`;

/** The rules one by one, entry against entry, as docs/cuecard-1.md tells them. */
function naive(entries: readonly EngineEntry[], from: CueOrigin | undefined): string[] {
  const same = (one: string | undefined, other: string) =>
    one?.toLowerCase() === other.toLowerCase();
  const leadsHere = (each: Route, here: CueOrigin) => {
    const holds: boolean[] = [];
    if (each.host?.startsWith('*.')) {
      const domain = each.host.slice(2);
      holds.push(same(here.host, domain) || here.host?.endsWith(`.${domain}`) === true);
    } else if (each.host !== undefined) holds.push(same(here.host, each.host));
    if (each.console !== undefined) holds.push(here.console === each.console);
    if (each.channel !== undefined) holds.push(same(here.channel, each.channel));
    if (each.label !== undefined)
      holds.push(here.labels?.some((label) => same(label, each.label ?? '')) === true);
    return !holds.includes(false);
  };
  const applies = ({ scope, routes = [] }: EngineEntry) =>
    scope === 'shared' ||
    from === undefined ||
    routes.length === 0 ||
    routes.some((each) => leadsHere(each, from));
  const isOpen = (each: EngineEntry) =>
    applies(each) &&
    !(each.validFrom !== undefined && each.validFrom > today) &&
    !(each.validUntil !== undefined && each.validUntil < today);
  const isOverridden = (each: EngineEntry) =>
    each.scope === 'shared' &&
    entries.some(
      (other) =>
        other.scope === 'exclusive' && isOpen(other) && other.overrides?.includes(each.id) === true,
    );
  return entries
    .filter((each) => isOpen(each) && !isOverridden(each))
    .map(keyOf)
    .sort();
}

describe('which entries are ranked at all', () => {
  it('is what routes, validity and overrides say, whatever the mixture', () => {
    fc.assert(
      fc.property(loaded, some(origin), (entries, from) => {
        const engine = createEngine();
        engine.put(entries);
        const cue = { text: 'when do I get my refund', today };
        const ranking = engine.rank(
          { ...cue, ...(from === undefined ? {} : { origin: from }) },
          { limit: 20 },
        );
        const found = [...ranking.suggestions, ...ranking.related].map(keyOf).sort();
        expect(found).toEqual(naive(entries, from));
      }),
      { numRuns: 300 },
    );
  });
});
