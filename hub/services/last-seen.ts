import type { Hub } from './hub.ts';

/** Who was in touch just now need not be written down again. */
const oftenEnoughMs = 60_000;

/** Notes that these devices are in touch. */
export async function noteInTouch(
  { database, now }: Hub,
  devices: readonly string[],
): Promise<void> {
  if (devices.length === 0) return;
  await database.run(
    `update device set seen_at = $1 where (seen_at is null or seen_at < $2)
       and id in (select id from json_to_recordset(($3::text)::json) as given(id text))`,
    [now(), now() - oftenEnoughMs, JSON.stringify(devices.map((id) => ({ id })))],
  );
}
