import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPieces } from '../../../lib/faces/diff-pieces';

const told = (before: string, after: string) =>
  diffPieces(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'gone' ? `[-${text}]` : `[+${text}]`,
    )
    .join('');

describe('two texts as one', () => {
  it('mark the words that went and came, each side in one piece', () => {
    expect(told('Open until nine.', 'Open until ten.')).toBe('Open until [-nine][+ten].');
    expect(told('It takes five days.', 'It takes two weeks.')).toBe(
      'It takes [-five days][+two weeks].',
    );
    expect(told('', 'New.')).toBe('[+New.]');
    expect(told('Old.', '')).toBe('[-Old.]');
    expect(told('营业到九点', '营业到十点')).toBe('营业到[-九][+十]点');
  });

  it('leave no shreds of a sentence that was rewritten, and keep lines apart', () => {
    expect(told('It is on and you wait.', 'Go in and ask.')).toBe(
      '[-It is on and you wait][+Go in and ask].',
    );
    expect(told('open it\nclose it', 'start it\nend it')).toBe(
      '[-open][+start] it\n[-close][+end] it',
    );
    expect(told('灯亮了请等等', '门开了就进来')).toBe('[-灯亮了请等等][+门开了就进来]');
  });

  it('hold all of both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '点', '.') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffPieces(before, after);
        const side = (other: string) =>
          pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
        expect(side('new')).toBe(before);
        expect(side('gone')).toBe(after);
      }),
    );
  });
});
