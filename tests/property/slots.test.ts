import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerParts, fillSlots } from '../../lib/domain/slots';

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '{{customer.name}}',
    '{{ agent.name }}',
    '{{order}}',
    '{{ region }}',
    '{{ask:order number}}',
    '{{',
    '}}',
    '{{other}}',
  ),
);
const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('slots in an answer', () => {
  it('cut any template into parts that make it up again', () => {
    fc.assert(
      fc.property(template, (text) => {
        const whole = answerParts(text)
          .map((part) =>
            part.kind === 'text' ? part.text : text.slice(part.start, part.start + part.length),
          )
          .join('');
        expect(whole).toBe(text);
      }),
    );
  });

  it('stay visible while they have no value, and are named', () => {
    const { text, missing } = fillSlots('Hi {{customer.name}}, order {{ask:order number}}?', {
      'customer.name': 'Maria',
      'ask:order number': '  ',
    });
    expect(text).toBe('Hi Maria, order {{ask:order number}}?');
    expect(missing).toEqual(['ask:order number']);
  });

  it('take a value as it is, also one that looks like a slot or a replacement pattern', () => {
    const { text } = fillSlots('Hi {{customer.name}}.', { 'customer.name': '$& {{agent.name}}' });
    expect(text).toBe('Hi $& {{agent.name}}.');
  });
});
