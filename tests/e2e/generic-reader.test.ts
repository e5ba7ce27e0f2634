import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { genericReaderPage } from '../../docs/generic-reader-page';
import {
  type Measured,
  measureKits,
  measureUnknown,
  withUnknown,
} from '../support/measure-unknown';

let measured: readonly Measured[];
let consoles: readonly Measured[];
let kits: readonly Measured[];
beforeAll(async () => {
  measured = await measureUnknown();
  kits = await measureKits();
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

  it('is read as well when it is made of a chat kit that the reader was not written for', () => {
    expect(kits).toHaveLength(8);
    expect(namesOf(kits.filter((one) => !one.composer || !one.inOrder || one.madeUp > 0))).toEqual(
      [],
    );
    const right = kits.reduce((all, one) => all + one.rightRows, 0);
    expect(right / kits.reduce((all, one) => all + one.rows, 0)).toBeGreaterThanOrEqual(0.9);
  });

  it('is never given the name of another than the customer', () => {
    const wrong = [...consoles, ...kits].filter(
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
    expect(readFileSync('docs/generic-reader.md', 'utf8')).toBe(genericReaderPage(measured, kits));
  });
});

/** Consoles whose address says nothing of the conversation, two of them without a name as well. */
const untold = [
  { name: 'no-classes', nameless: false },
  { name: 'no-classes', nameless: true },
  { name: 'chinese-sides', nameless: false },
  { name: 'chinese-sides', nameless: true },
];

describe('the reply box of a page that no recipe fits', () => {
  it('is seen to write a note while the tab for it is chosen', async () => {
    const seen = await withUnknown(['note-tab'], (_, __, page) =>
      page.evaluate(() => {
        const { readUnknown } = window as unknown as {
          readUnknown(): { conversation?: { composer: string } };
        };
        const [reply, note] = document.querySelectorAll<HTMLElement>('[role=tab]');
        return [reply, note, reply].map((tab) => {
          tab?.click();
          return readUnknown().conversation?.composer;
        });
      }),
    );
    expect(seen).toEqual([['ready', 'note', 'ready']]);
  });

  it('is never taken for one that does where it does not', () => {
    const inNote = [...consoles, ...kits].filter(
      ({ reading }) => reading.conversation?.composer !== 'ready',
    );
    expect(namesOf(inNote)).toEqual([]);
  });
});

describe('the key of a conversation read without a recipe', () => {
  it('stays while messages come in, and is another once another conversation is shown', async () => {
    let runs = 0;
    const keys = await withUnknown(
      untold.map(({ name }) => name),
      async (_, expected, page) => {
        const { nameless } = untold[runs++] ?? { nameless: false };
        const texts = (expected.rows ?? []).map(({ text }) => text);
        return page.evaluate(
          ({ texts, customer, nameless }) => {
            const { keyNow } = window as unknown as { keyNow(): string | undefined };
            const leaves = () =>
              [...document.querySelectorAll<HTMLElement>('body *')].filter(
                (element) => element.childElementCount === 0 && element.textContent !== '',
              );
            const nameOf = leaves().filter(({ textContent }) => textContent === customer);
            if (nameless) for (const element of nameOf) element.textContent = '';
            const shown = leaves().filter(({ textContent }) => texts.includes(textContent ?? ''));
            const rowOf = (leaf: HTMLElement | undefined): HTMLElement | null => {
              let at: HTMLElement | null = leaf ?? null;
              while (at?.parentElement && !shown.every((one) => at?.parentElement?.contains(one))) {
                at = at.parentElement;
              }
              return at;
            };
            const before = keyNow();
            const last = rowOf(shown.at(-1));
            last?.after(last.cloneNode(true));
            const grown = keyNow();
            // Another conversation in the same place, its customer's name not there yet.
            for (const leaf of leaves()) {
              if (texts.includes(leaf.textContent ?? ''))
                leaf.textContent = `Other ${texts.length}`;
            }
            return { before, grown, after: keyNow() };
          },
          { texts, customer: expected.customerName, nameless },
        );
      },
    );
    expect(keys).toHaveLength(untold.length);
    for (const { before, grown, after } of keys) {
      expect(before).toMatch(/^[0-9a-f]{16}$/);
      expect(grown).toBe(before);
      expect(after).not.toBe(before);
    }
  });
});
