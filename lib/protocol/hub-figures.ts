import * as v from 'valibot';
import { count } from './wire-types';

/** Over how many days figures are told, today's among them. */
export const figureSpans = [7, 30, 90, 365] as const;
export type FigureSpan = (typeof figureSpans)[number];

export const figuresQuerySchema = v.object({
  days: v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.picklist([...figureSpans])),
});

const dayFiguresSchema = v.object({
  /** UTC, counted from 1970. */
  day: count,
  /** Answers put into a reply box, as they are or edited; also where that was undone. */
  picks: count,
  /** Those of them that were edited first. */
  edits: count,
  rejections: count,
  /** Without those that were taken back the same day. */
  gaps: count,
});
export type DayFigures = v.InferOutput<typeof dayFiguresSchema>;

/** What the team did with its answers, by day, also where the single events are long gone. */
export const figuresReplySchema = v.object({
  today: count,
  /** The first day that anything was counted on; null before. */
  since: v.nullable(count),
  /** The newest first; without those on which there was nothing to count. */
  days: v.pipe(v.array(dayFiguresSchema), v.maxLength(366)),
});
export type FiguresReply = v.InferOutput<typeof figuresReplySchema>;
