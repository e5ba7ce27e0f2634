import * as v from 'valibot';
import type { FigureSpan, FiguresReply } from '../../lib/protocol/hub-figures.ts';
import { big } from '../store/sql.ts';
import type { Hub } from './hub.ts';

const dayMs = 86_400_000;
const dayRow = v.object({ day: big, picks: big, edits: big, rejections: big, gaps: big });
const sinceRow = v.object({ since: v.nullable(big) });

/**
 * What an organisation did with its answers, by day, from the sums alone: they reach further back
 * than the events. A time in the future, which a device may claim, is told when it has come.
 */
export async function figures(
  { database, now }: Hub,
  organisation: string,
  span: FigureSpan,
): Promise<FiguresReply> {
  const today = Math.floor(now() / dayMs);
  const days = await database.rows(
    dayRow,
    `select day, coalesce(sum(count) filter (where kind in ('inserted', 'edited')), 0) as picks,
       coalesce(sum(count) filter (where kind = 'edited'), 0) as edits,
       coalesce(sum(count) filter (where kind = 'rejected'), 0) as rejections,
       greatest(0, coalesce(sum(count) filter (where kind = 'gap'), 0)
         - coalesce(sum(count) filter (where kind = 'gap-undone'), 0)) as gaps
     from event_sum where organisation = $1 and day > $2 and day <= $3
       and kind in ('inserted', 'edited', 'rejected', 'gap', 'gap-undone')
     group by day order by day desc`,
    [organisation, today - span, today],
  );
  const [first] = await database.rows(
    sinceRow,
    'select min(day) as since from event_sum where organisation = $1 and day >= 0 and day <= $2',
    [organisation, today],
  );
  const hasAny = ({ picks, rejections, gaps }: (typeof days)[number]) =>
    picks + rejections + gaps > 0;
  return { today, since: first?.since ?? null, days: days.filter(hasAny) };
}
