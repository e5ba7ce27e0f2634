import { describe, expect, it } from 'vitest';
import { answerStart } from '../../../lib/faces/answer-start';
import { hiddenCharacters, withoutHidden } from '../../../lib/faces/hidden-characters';
import { cpuTime } from '../../support/cpu-time';

const words = (slot: string) =>
  slot.replace('ask:', '').replace('customer.name', 'customer’s name');

describe('the first words of an answer in a list', () => {
  it('have no marks, and slots in words', () => {
    expect(
      answerStart(
        'Hi {{customer.name}}, **restart** [the box](https://box.example) {{ask:number}}',
        words,
      ),
    ).toBe('Hi [customer’s name], restart the box [number]');
  });

  it('may be cut within a mark or a slot', () => {
    expect(answerStart('We are **sorry abo', words)).toBe('We are sorry abo');
    expect(answerStart('Dear {{customer.na', words)).toBe('Dear …');
  });

  it('are as they were written otherwise', () => {
    expect(answerStart('<b>1 * 2</b> {x} [y]', words)).toBe('<b>1 * 2</b> {x} [y]');
  });
});

describe('invisible characters of an answer', () => {
  it('are named, each once, and taken out', () => {
    const text = 'Pay \u202eevil\u202c\u200b to\u200b us\ufeff';
    expect(hiddenCharacters(text)).toEqual(['U+202E', 'U+202C', 'U+200B', 'U+FEFF']);
    expect(withoutHidden(text)).toBe('Pay evil to us');
  });

  it.each(['👩‍👩‍👧 family', 'می‌خواهم', 'A flag: 🏴󠁧󠁢󠁳󠁣󠁴󠁿!', 'plain\n\ttext', '❤️'])(
    'are none in %s',
    (text) => {
      expect(hiddenCharacters(text)).toEqual([]);
      expect(withoutHidden(text)).toBe(text);
    },
  );

  it('are found in a long text at once', () => {
    const text = '\u200b\u{1f3f4}\u{e0067}'.repeat(20_000);
    const start = cpuTime();
    expect(withoutHidden(text)).toBe('\u{1f3f4}'.repeat(20_000));
    expect(cpuTime() - start).toBeLessThan(500);
  });
});
