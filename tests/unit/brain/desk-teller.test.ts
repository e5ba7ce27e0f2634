import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeDeskTeller } from '../../../lib/brain/desk-teller';
import type { Desk } from '../../../lib/protocol/team-calls';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a flood of changes of one desk is told at once, and then as one a second, the last too', () => {
  const told: Desk[] = [];
  const tell = makeDeskTeller((desk) => told.push(desk));
  const gaps = { of: 'gaps' } as const;
  const review = { of: 'review', base: 'shop' } as const;
  for (let time = 0; time < 50; time++) tell(gaps);
  tell(review);
  expect(told).toEqual([gaps, review]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([gaps, review, gaps]);
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(3);
  tell(gaps);
  expect(told).toHaveLength(4);
});
