import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { readSnapshot, type Section, writeSnapshot } from '../../../lib/engine/keep/snapshot-file';

const today = '2026-11-22';
const topics = ['refund', 'parcel', 'invoice', 'password', 'warranty', '退款', '发票', '物流'];
const entries = topics.map(
  (topic, at): EngineEntry => ({
    base: 'shop',
    id: `e${at}`,
    title: topic,
    phrasings: [`where is my ${topic}`, `${topic} does not work`, `一直没有${topic}怎么办`],
    answer: topic,
    smallTalk: false,
    language: 'en',
  }),
);
const engineOf = (some: readonly EngineEntry[]) => {
  const engine = createEngine({ train: 'later' });
  engine.put(some);
  return engine;
};
const trained = (some: readonly EngineEntry[]) => {
  const engine = engineOf(some);
  engine.train(Number.POSITIVE_INFINITY);
  return engine;
};
const parts = () => [...(trained(entries).snapshot() ?? [])];

const bytesOf = ({ buffer, byteOffset, byteLength }: Section) =>
  new Uint8Array(buffer, byteOffset, byteLength);

describe('a snapshot of the engine', () => {
  it('is there once for every training, and not before it', () => {
    const engine = engineOf(entries);
    expect(engine.snapshot()).toBeUndefined();
    engine.train(Number.POSITIVE_INFINITY);
    expect(engine.snapshot()).toBeDefined();
    expect(engine.snapshot()).toBeUndefined();
  });

  it('spares the training: the restored engine is ready', () => {
    const engine = engineOf(entries);
    expect(engine.restore(parts())).toEqual({ outcome: 'restored', changed: 0 });
    expect(engine.isReady).toBe(true);
    engine.train(Number.POSITIVE_INFINITY);
    expect(engine.snapshot()).toBeUndefined();
    const cue = { text: 'my parcel is not there, 发票呢', today };
    expect(engine.rank(cue)).toEqual(trained(entries).rank(cue));
  });

  it('serves the other entries when one has changed, and that one as it is now', () => {
    const [first, ...rest] = entries;
    const changed = { ...(first as EngineEntry), phrasings: ['how do vouchers work'] };
    const engine = engineOf([changed, ...rest]);
    expect(engine.restore(parts())).toEqual({ outcome: 'restored', changed: 2 });
    const idsFor = (text: string) => engine.rank({ text, today }).suggestions.map(({ id }) => id);
    expect(idsFor('a question about vouchers')[0]).toBe('e0');
    expect(idsFor('where is my invoice')[0]).toBe('e2');
    engine.train(Number.POSITIVE_INFINITY);
    const cue = { text: 'where do vouchers work', today };
    expect(engine.rank(cue)).toEqual(trained([changed, ...rest]).rank(cue));
  });

  it('of other entries is refused', () => {
    const others = entries.map((entry) => ({ ...entry, id: `other-${entry.id}` }));
    expect(engineOf(others).restore(parts())).toMatchObject({ why: 'other-entries' });
    expect(createEngine().restore(parts())).toMatchObject({ why: 'other-entries' });
  });

  it('of another version is refused', () => {
    const written = [...writeSnapshot({ numbers: Float64Array.of(1, 2) }, 7)];
    expect(readSnapshot(written, 7)).toEqual({ numbers: Float64Array.of(1, 2) });
    expect(readSnapshot(written, 8)).toBe('other-version');
    expect(engineOf(entries).restore(written)).toMatchObject({ why: 'other-version' });
  });

  it('of several parts is read whole or not at all', () => {
    const many = Float32Array.from({ length: 3_000_000 }, (_, at) => at);
    const [one, two, three, tail] = [...writeSnapshot({ many, few: Uint8Array.of(1, 2, 3) }, 7)];
    if (!one || !two || !three || !tail) return expect.fail('too few parts');
    const read = readSnapshot([one, two, three, tail], 7);
    if (typeof read === 'string' || !read.many) return expect.fail('not read');
    expect(read.few).toEqual(Uint8Array.of(1, 2, 3));
    expect(Buffer.compare(bytesOf(read.many), bytesOf(many))).toBe(0);
    const [, , other] = [...writeSnapshot({ many, few: Uint8Array.of(1, 2, 4) }, 7)];
    for (const mixed of [
      [one, two, three],
      [two, one, three, tail],
      [one, three, tail],
      [one, two, other ?? one, tail],
      [tail],
      [tail, one, two, three],
    ]) {
      expect(readSnapshot(mixed, 7)).toBe('damaged');
    }
  });

  it.each([
    ['nothing', []],
    ['an empty part', [new Uint8Array(0)]],
    ['some text', [new TextEncoder().encode('{"format":"cuecard/1"}')]],
    ['zeros', [new Uint8Array(4_096)]],
    ['half of it', parts().map((part) => part.subarray(0, 16 * Math.floor(part.length / 32)))],
    ['the first part twice', [...parts(), ...parts()]],
  ])('that is %s is refused as damaged', (_, damaged) => {
    expect(engineOf(entries).restore(damaged)).toEqual({ outcome: 'refused', why: 'damaged' });
  });

  it('changes only together with its format number (lib/engine/keep/kept-segment.ts)', () => {
    const hash = createHash('sha256');
    for (const part of parts()) hash.update(part);
    expect({ format: 10, hash: hash.digest('hex').slice(0, 16) }).toEqual({
      format: 10,
      hash: '346c257b9430d994',
    });
  });
});
