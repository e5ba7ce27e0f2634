import { describe, expect, it } from 'vitest';
import { suspicionOf } from '../../../lib/consoles/judge-health';
import { askFor, firstLesson, pointedAt, stepBack } from '../../../lib/consoles/teach/teach-step';
import { agent, conversation } from '../faces/support/samples';

describe('a lesson', () => {
  const three = pointedAt(pointedAt(pointedAt(firstLesson<string>(), 'c'), 'a'), 'box');

  it('asks for a customer’s message, one’s own, and the reply box, and then shows what it makes of it', () => {
    expect(pointedAt(firstLesson<string>(), 'c')).toMatchObject({ step: 'agent', customer: 'c' });
    expect(three).toMatchObject({ step: 'check', customer: 'c', agent: 'a', composer: 'box' });
    expect(pointedAt(three, 'more')).toBe(three);
  });

  it('takes one field more at a time, once the three are known', () => {
    expect(askFor(firstLesson<string>(), 'order').step).toBe('customer');
    const asked = askFor(three, 'order');
    expect(asked).toMatchObject({ step: 'field', field: 'order' });
    const told = pointedAt(asked, 'number');
    expect(told).toMatchObject({ step: 'check', field: null });
    expect([...told.fields]).toEqual([['order', 'number']]);
    expect(stepBack(asked)).toMatchObject({ step: 'check', field: null });
  });

  it('goes back step by step, and from the first one is given up', () => {
    expect(stepBack(three)?.step).toBe('composer');
    expect(stepBack(firstLesson())).toBeUndefined();
  });
});

describe('a recipe', () => {
  const spoken = conversation('c1', [agent('a1', 'Hello')]);
  const fine = { isListFound: true, conversation: spoken, failed: 0 };

  it.each([
    ['nothing, while it reads', fine, undefined],
    ['its list', { ...fine, isListFound: false }, 'list'],
    ['its roles', { ...fine, conversation: conversation('c1', []) }, 'roles'],
    ['its reply box', { ...fine, conversation: { ...spoken, composer: 'missing' } }, 'composer'],
    ['nothing after one failed insertion', { ...fine, failed: 1 }, undefined],
    ['its insertions after two', { ...fine, failed: 2 }, 'inserts'],
  ] as const)('is suspected of %s', (_, sight, what) => {
    expect(suspicionOf(sight)).toBe(what);
  });
});
