import * as v from 'valibot';
import { big, type Database, type Sql } from '../store/sql.ts';
import { forgetOldPicks } from './learned.ts';

const dayMs = 86_400_000;
/** Of what a device says of the time of its events, so far back is believed; and a day ahead. */
const longestAgoDays = 3_650;
const eventsPerStep = 5_000;
const dropsPerStep = 1_000;
const lookEveryMs = 60_000;

const deviceRow = v.object({
  id: v.string(),
  organisation: v.string(),
  event_hw: big,
  summed_hw: big,
});
const stepRow = v.object({ last: v.nullable(big), count: big });

type Clock = { readonly database: Database; readonly now: () => number };

/** Counts all events that no sum counts yet. */
export async function sumEvents(hub: Clock): Promise<void> {
  while (await hub.database.transaction((sql) => sumSome(sql, hub.now()))) {
    // Whatever else waits for the database comes in between.
  }
}

/**
 * Counts some of a device's, in one transaction with the mark of how far that goes. Devices that
 * another node counts just now, or that are sending, are passed over.
 */
async function sumSome(sql: Sql, now: number): Promise<boolean> {
  const [device] = await sql.rows(
    deviceRow,
    `select device.id, organisation, event_hw, summed_hw
     from device join person on person.id = device.person where event_hw > summed_hw
     limit 1 for update of device skip locked`,
  );
  if (device === undefined) return false;
  const { id, organisation, event_hw, summed_hw } = device;
  const [step] = await sql.rows(
    stepRow,
    `select max(seq) as last, count(*) as count from
       (select seq from event where device = $1 and seq > $2 and seq <= $3
        order by seq limit ${eventsPerStep}) as part`,
    [id, summed_hw, event_hw],
  );
  const isRest = step === undefined || step.count < eventsPerStep;
  const upTo = isRest ? event_hw : (step.last ?? event_hw);
  const today = Math.floor(now / dayMs);
  await sql.run(
    `insert into event_sum (organisation, day, kb, entry, kind, console, count)
     select $1, least(greatest(floor(event.at / ${dayMs}.0), $5::int), $6::int)::int,
       coalesce(subject.kb, ''), coalesce(subject.id, ''), kind,
       event.body::json ->> 'consoleId', count(*)
     from event left join lateral json_array_elements(event.body::json -> 'entries') as ref on true
       left join subject on subject.organisation = $1 and subject.kb = ref ->> 'base'
         and subject.id = ref ->> 'id'
     where device = $2 and seq > $3 and seq <= $4
     group by 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6
     on conflict (organisation, day, kb, entry, kind, console)
       do update set count = event_sum.count + excluded.count`,
    [organisation, id, summed_hw, upTo, today - longestAgoDays, today + 1],
  );
  await sql.run('update device set summed_hw = $2 where id = $1', [id, upTo]);
  return true;
}

/** Drops events that came so many days ago and that the sums count. The marks of devices stay. */
export async function dropEvents({ database, now }: Clock, keepDays: number): Promise<void> {
  for (;;) {
    const gone = await database.transaction((sql) =>
      sql.rows(
        v.object({ seq: big }),
        `delete from event where (device, seq) in
           (select event.device, event.seq from event join device on device.id = event.device
            where taken_at < $1 and event.seq <= summed_hw
            order by taken_at limit ${dropsPerStep} for update of event skip locked)
         returning seq`,
        [now() - keepDays * dayMs],
      ),
    );
    if (gone.length < dropsPerStep) return;
  }
}

/**
 * Counts events every minute, and drops those that are older than so many days (0: none), and the
 * words that came with picks when their time is over, until the function that it gives back is called.
 */
export function keepEventSums(
  hub: Clock,
  keepDays: number,
  tellError: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const look = async () => {
    await sumEvents(hub);
    if (keepDays > 0) await dropEvents(hub, keepDays);
    await forgetOldPicks(hub);
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch(tellError)
      .finally(() => {
        running = undefined;
      });
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
