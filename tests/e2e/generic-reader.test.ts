import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { genericReaderPage } from '../../docs/generic-reader-page';
import { type Measured, measureUnknown } from '../support/measure-unknown';

let measured: readonly Measured[];
let consoles: readonly Measured[];
beforeAll(async () => {
  measured = await measureUnknown();
  consoles = measured.filter((one) => one.isConsole);
});

const sum = (of: (one: Measured) => number) => consoles.reduce((all, one) => all + of(one), 0);
const namesOf = (some: readonly Measured[]) => some.map(({ name }) => name);

describe('a page that no recipe fits', () => {
  it('has its reply box found, whatever the shape', () => {
    expect(consoles.length).toBeGreaterThanOrEqual(20);
    expect(namesOf(consoles.filter((one) => !one.composer))).toEqual([]);
  });

  it('has at least 90 % of its rows read with the right role, in order', () => {
    expect(sum((one) => one.rightRows) / sum((one) => one.rows)).toBeGreaterThanOrEqual(0.9);
    expect(namesOf(consoles.filter((one) => !one.inOrder || one.madeUp > 0))).toEqual([]);
  });

  it('is never given the name of another than the customer', () => {
    const wrong = consoles.filter(
      (one) => !one.customerName && one.reading.conversation?.customerName !== undefined,
    );
    expect(namesOf(wrong)).toEqual([]);
  });

  it('is left unread when it is no console', () => {
    const others = measured.filter((one) => !one.isConsole);
    expect(others.length).toBeGreaterThanOrEqual(4);
    expect(namesOf(others.filter((one) => one.isRead))).toEqual([]);
  });

  it('is read as well as docs/generic-reader.md says', () => {
    expect(readFileSync('docs/generic-reader.md', 'utf8')).toBe(genericReaderPage(measured));
  });
});
