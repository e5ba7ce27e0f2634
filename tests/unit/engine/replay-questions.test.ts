import { expect, it } from 'vitest';
import { replayQuestions } from '../../../lib/engine/care/replay-questions';
import type { EngineEntry } from '../../../lib/engine/engine';

const entry = (id: string, ...phrasings: string[]): EngineEntry => ({
  base: 'shop',
  id,
  title: phrasings[0] ?? '',
  phrasings,
  answer: `About ${id}.`,
  smallTalk: false,
  language: 'en',
  scope: 'shared',
  overrides: [],
});
const hours = entry('hours', 'when are you open', 'what are your opening hours');
const refund = entry('refund', 'money back', 'refund wanted');
const parking = entry('parking', 'car park', 'somewhere for cars');

function replay(before: EngineEntry[], after: EngineEntry[], questions: string[]) {
  const replaying = replayQuestions({ before, after }, questions, '2026-11-22');
  let step = replaying.next();
  while (!step.done) step = replaying.next();
  return step.value.map(({ before: was, after: is }) => [was?.id, is?.id]);
}

it('tells what each question is answered with first, before and after', () => {
  const questions = ['When are you open?', 'car park', 'money back', 'zebra'];
  expect(replay([hours, refund], [hours, parking], questions)).toEqual([
    ['hours', 'hours'],
    [undefined, 'parking'],
    ['refund', undefined],
    [undefined, undefined],
  ]);
});

it('follows a phrasing that was moved from one answer to another', () => {
  const moved = entry('parking', ...parking.phrasings, 'when are you open');
  const without = entry('hours', 'what are your opening hours');
  expect(replay([hours, parking], [without, moved], ['when are you open'])).toEqual([
    ['hours', 'parking'],
  ]);
});
