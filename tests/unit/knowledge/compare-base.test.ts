import { describe, expect, it } from 'vitest';
import { compareBase } from '../../../lib/knowledge/compare-base';
import { makeEntry } from '../../support/make-entry';

describe('comparing a base with its replacement', () => {
  it('counts what is added, changed, the same and removed', () => {
    const before = ['a', 'b', 'c'].map((id) => makeEntry({ id }));
    const after = [
      makeEntry({ id: 'a' }),
      makeEntry({ id: 'b', answer: 'New.' }),
      makeEntry({ id: 'd' }),
    ];
    expect(compareBase(before, after).changes).toEqual({
      added: 1,
      changed: 1,
      same: 1,
      removed: 1,
    });
  });

  it('keeps the date of an entry whose words did not change', () => {
    const { entries } = compareBase(
      [makeEntry({ id: 'a', updatedAt: 1 }), makeEntry({ id: 'b', updatedAt: 1 })],
      [makeEntry({ id: 'a', updatedAt: 9 }), makeEntry({ id: 'b', updatedAt: 9, title: 'Other' })],
    );
    expect(entries.map(({ updatedAt }) => updatedAt)).toEqual([1, 9]);
  });
});
