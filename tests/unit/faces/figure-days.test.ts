import { expect, it } from 'vitest';
import { figureDays, figureTotals } from '../../../lib/faces/figure-days';

const figures = (day: number, picks: number) => ({ day, picks, edits: 1, rejections: 2, gaps: 3 });
const none = { picks: 0, edits: 0, rejections: 0, gaps: 0 };

it('days without figures are rows of none, back to the first that was counted and no further', () => {
  const days = [figures(100, 4), figures(98, 6)];
  expect(figureDays({ today: 101, since: 97, days }, 7)).toEqual([
    { day: 101, ...none },
    figures(100, 4),
    { day: 99, ...none },
    figures(98, 6),
    { day: 97, ...none },
  ]);
  expect(figureDays({ today: 101, since: 3, days }, 7).map(({ day }) => day)).toEqual([
    101, 100, 99, 98, 97, 96, 95,
  ]);
  expect(figureDays({ today: 101, since: 3, days }, 365)).toHaveLength(99);
  expect(figureDays({ today: 101, since: null, days: [] }, 7)).toEqual([]);
});

it('all days add up', () => {
  expect(figureTotals([])).toEqual(none);
  expect(figureTotals([figures(1, 4), figures(2, 6)])).toEqual({
    picks: 10,
    edits: 2,
    rejections: 4,
    gaps: 6,
  });
});
