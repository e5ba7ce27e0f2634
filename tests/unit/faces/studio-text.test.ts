import { describe, expect, it } from 'vitest';
import { entryInAddress, studioAddress } from '../../../lib/faces/studio-address';
import {
  insertSlot,
  strayBraces,
  toggleBold,
  toggleList,
} from '../../../lib/faces/studio-answer-text';
import { draftOf, entryDraftOf, isChanged, withPhrasings } from '../../../lib/faces/studio-draft';
import { rowsInSight, scrollToRow } from '../../../lib/faces/studio-window';
import { makeEntry } from '../../support/make-entry';

describe('writing an answer', () => {
  it('puts a slot where the caret is, and goes on behind it', () => {
    const edit = insertSlot('Hi , bye', 3, 3, 'customer.name');
    expect(edit.text).toBe('Hi {{customer.name}}, bye');
    expect(edit.start).toBe(edit.end);
    expect(edit.text.slice(edit.end)).toBe(', bye');
  });

  it('selects the words of a question to the agent, to be typed over', () => {
    const edit = insertSlot('At X.', 3, 4, { ask: 'what' });
    expect(edit.text).toBe('At {{ask:what}}.');
    expect(edit.text.slice(edit.start, edit.end)).toBe('what');
  });

  it('makes words bold, and plain again', () => {
    const bold = toggleBold('a word here', 2, 6);
    expect(bold.text).toBe('a **word** here');
    expect(toggleBold(bold.text, bold.start, bold.end)).toEqual({
      text: 'a word here',
      start: 2,
      end: 6,
    });
  });

  it('makes the chosen lines a list, and plain again', () => {
    const list = toggleList('first\nsecond\nthird', 7, 15);
    expect(list.text).toBe('first\n- second\n- third');
    expect(toggleList(list.text, 7, list.end).text).toBe('first\nsecond\nthird');
  });

  it('finds braces that only look like a slot', () => {
    expect(
      strayBraces('{{customer.nam}} {{customer.name}} {{ask:x}} {{}} {{customer.nam}}'),
    ).toEqual(['{{customer.nam}}', '{{}}']);
    expect(strayBraces('{'.repeat(80_000))).toEqual([]);
  });
});

describe('phrasings', () => {
  const texts = (added: string) =>
    withPhrasings([{ text: 'one', source: 'learned' }], added).map(({ text }) => text);

  it('come from pasted lines, without the marks of a copied list', () => {
    expect(texts('- two\r\n\r\n 2. three\none\n• four\n')).toEqual(['one', 'two', 'three', 'four']);
  });

  it('keep a dash that is written in a single line', () => {
    expect(texts('- 5 degrees in my room')).toEqual(['one', '- 5 degrees in my room']);
  });
});

describe('a draft', () => {
  const entry = makeEntry({
    id: 'e',
    variants: { zh: '你好' },
    tags: ['a'],
    validUntil: '2026-12-31',
  });

  it('of an entry says what the entry says', () => {
    const { links: _, updatedAt: __, ...written } = entry;
    expect(entryDraftOf(draftOf(entry))).toEqual(written);
    expect(isChanged(draftOf(entry))).toBe(false);
  });

  it('is changed by a word, not by a blank phrasing or an empty variant', () => {
    const draft = draftOf(entry);
    expect(isChanged({ ...draft, answer: 'Other.' })).toBe(true);
    expect(isChanged({ ...draft, tags: [] })).toBe(true);
    const blank = [...draft.phrasings, { text: ' ', source: 'author' } as const];
    expect(isChanged({ ...draft, phrasings: blank, variants: { ...draft.variants, en: '' } })).toBe(
      false,
    );
  });
});

describe('the window on a long list', () => {
  it('paints what is in sight and as much around it', () => {
    expect(rowsInSight(0, 600, 60, 10_000)).toEqual({ from: 0, to: 21 });
    expect(rowsInSight(300_000, 600, 60, 10_000)).toEqual({ from: 4_990, to: 5_021 });
    expect(rowsInSight(599_400, 600, 60, 10_000)).toEqual({ from: 9_980, to: 10_000 });
    expect(rowsInSight(0, 600, 60, 0)).toEqual({ from: 0, to: 0 });
  });

  it('survives a list that became shorter than it was scrolled', () => {
    const { from, to } = rowsInSight(60_000, 600, 60, 3);
    expect(from).toBeLessThan(3);
    expect(to).toBe(3);
  });

  it('scrolls no further than needed', () => {
    expect(scrollToRow(5, 0, 600, 60)).toBe(0);
    expect(scrollToRow(10, 0, 600, 60)).toBe(60);
    expect(scrollToRow(2, 600, 600, 60)).toBe(120);
  });
});

describe('the Studio’s address', () => {
  it('names an entry whatever is in its id', () => {
    const ref = { base: 'a&b=c', id: '光猫 #1' };
    const address = studioAddress(ref);
    expect(entryInAddress(address.slice(address.indexOf('#')))).toEqual(ref);
    expect(entryInAddress('')).toBeUndefined();
  });
});
