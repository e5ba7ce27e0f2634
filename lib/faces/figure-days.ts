import type { DayFigures, FigureSpan, FiguresReply } from '../protocol/hub-figures';

const dayMs = 86_400_000;

/**
 * A row for each day that was counted, the newest first: a day without any figures had none, but
 * one before the counting began has no row.
 */
export function figureDays({ today, since, days }: FiguresReply, span: FigureSpan): DayFigures[] {
  if (since === null) return [];
  const known = new Map(days.map((figures) => [figures.day, figures]));
  const first = Math.max(since, today - span + 1);
  return Array.from(
    { length: Math.max(0, today - first + 1) },
    (_, at) =>
      known.get(today - at) ?? { day: today - at, picks: 0, edits: 0, rejections: 0, gaps: 0 },
  );
}

export type Totals = Omit<DayFigures, 'day'>;

/** All days as one. */
export function figureTotals(days: readonly Totals[]): Totals {
  const none = { picks: 0, edits: 0, rejections: 0, gaps: 0 };
  return days.reduce(
    (sum, each) => ({
      picks: sum.picks + each.picks,
      edits: sum.edits + each.edits,
      rejections: sum.rejections + each.rejections,
      gaps: sum.gaps + each.gaps,
    }),
    none,
  );
}

/** As a moment that the words for a date are made of; in UTC. */
export const momentOf = (day: number): number => day * dayMs;
