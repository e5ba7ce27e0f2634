import { expect, it } from 'vitest';
import { makeCardOutcomes, saysHowCardsTurnedOut } from '../../../lib/brain/card-outcomes';
import type { StoredEvent } from '../../../lib/domain/pick';

const entry = { base: 'shop', id: 'hours' };
const shown = (odds?: readonly number[]) => ({ kind: 'shown', entries: [entry], odds });

it('a question that nothing answers says nothing of the cards of the one before it', () => {
  const outcomes = makeCardOutcomes();
  for (const [seq, said] of [shown([2]), shown(), { kind: 'gap' }].entries()) {
    const where = { seq, at: seq, conversationKey: 'c', consoleId: 'x', cueText: 'when?' };
    const event = { ...where, ...said } as StoredEvent;
    if (saysHowCardsTurnedOut(event)) outcomes.read(event);
  }
  expect(outcomes.byBase()).toEqual(new Map());
});
