import * as v from 'valibot';
import { type SharedEvent, sharedEventSchema } from '../../lib/protocol/hub-sync.ts';
import { big, type Sql } from '../store/sql.ts';
import { emptyGap } from './gaps.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';

type Batch = { readonly from: number; readonly upTo: number; readonly events: readonly unknown[] };

/**
 * Keeps a device's events, each once: only a batch that follows what is kept already is taken, in
 * one transaction with the mark of how far it goes. Gives back that mark either way.
 */
export async function takeEvents(
  hub: Hub,
  by: Member,
  { from, upTo, events }: Batch,
): Promise<number> {
  const { device } = by;
  const { hw, poke } = await hub.database.transaction(async (sql) => {
    const [row] = await sql.rows(
      v.object({ event_hw: big }),
      'select event_hw from device where id = $1 for update',
      [device],
    );
    const hw = row?.event_hw ?? 0;
    if (from !== hw || upTo <= hw) return { hw };
    const sound = new Map<number, SharedEvent>();
    const dead: unknown[] = [];
    for (const given of events) {
      const event = v.safeParse(sharedEventSchema, given);
      const fits = event.success && event.output.seq > from && event.output.seq <= upTo;
      if (fits) sound.set(event.output.seq, event.output);
      else dead.push(given);
    }
    const rows = [...sound.values()].map((event) => ({
      seq: event.seq,
      at: Math.round(event.at),
      kind: event.kind,
      body: JSON.stringify(event),
    }));
    await sql.run(
      `insert into event (device, seq, at, kind, body, taken_at)
       select $1, seq, at, kind, body, $3 from json_to_recordset(($2::text)::json)
         as given(seq bigint, at bigint, kind text, body text)`,
      [device, JSON.stringify(rows), hub.now()],
    );
    if (dead.length > 0) {
      await sql.run('insert into event_dead (device, upto, body) values ($1, $2, $3)', [
        device,
        upTo,
        JSON.stringify(dead).slice(0, 100_000),
      ]);
    }
    await sql.run('update device set event_hw = $2 where id = $1', [device, upTo]);
    // Where the hub could not be asked at once, this is how it hears that a question is taken back.
    let poke: Awaited<ReturnType<typeof emptyGap>>;
    for (const { sentAs } of sound.values()) {
      if (sentAs !== undefined) poke = (await emptyGap(sql, hub, by, sentAs)) ?? poke;
    }
    return { hw: upTo, poke };
  });
  if (poke !== undefined) hub.tell(by.organisation, poke);
  return hw;
}

/** How much of a device's events the hub has. */
export async function eventMark(sql: Sql, { device }: Member): Promise<number> {
  const rows = await sql.rows(
    v.object({ event_hw: big }),
    'select event_hw from device where id = $1',
    [device],
  );
  return rows[0]?.event_hw ?? 0;
}
