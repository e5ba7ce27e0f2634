import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { sumEvents } from '../../hub/services/event-sums';
import { memberOf } from '../../hub/services/members';
import { big, type Database } from '../../hub/store/sql';
import { behindWall, raiseWall, tablesOf } from '../../hub/store/wall';
import { must } from '../../lib/base/must';
import chatwoot from '../../lib/consoles/recipes/chatwoot.json';
import { put, type TestHub } from '../support/hub/test-hub';

const rowText = v.object({ row: v.string() });
const count = v.object({ count: big });

/** Two organisations with something in every table, and a wall between them that no query passes. */
export function wallCases(given: () => { database: Database; hub: TestHub }): void {
  describe('between two organisations', () => {
    let database: Database;
    const ids: string[] = [];
    const side = (at: number) => behindWall(database, ids[at] ?? '');
    const all = async (of: Database, table: string) =>
      (
        await of.rows(rowText, `select to_json("${table}")::text as row from "${table}" order by 1`)
      ).map(({ row }) => row);

    beforeAll(async () => {
      database = given().database;
      for (let at = 0; at < 2; at++) ids.push(await fill(given().hub, database));
    }, 60_000);

    it('each table has a policy that tells their rows apart', async () => {
      const without = (await tablesOf(database))
        .filter(({ name }) => name !== 'migration')
        .filter(({ is_forced, policies }) => !is_forced || !policies.includes('organisation'))
        .map(({ name }) => name);
      // A new table gets its policy by itself, at the next start, when it has a column
      // `organisation` or a not-null foreign key (of one column) to a table that is walled off.
      expect(without).toEqual([]);
    });

    it('nothing of the other is read, though a query asks for everything', async () => {
      for (const { name } of await tablesOf(database)) {
        const whole = await all(database, name);
        const [mine, theirs] = [await all(side(0), name), await all(side(1), name)];
        expect(
          mine.filter((row) => theirs.includes(row)),
          name,
        ).toEqual([]);
        expect(
          [...mine, ...theirs].every((row) => whole.includes(row)),
          name,
        ).toBe(true);
        // Every table, also one that comes with a later migration: `fill` has to put something in.
        if (name !== 'migration') {
          expect(mine.length, name).toBeGreaterThan(0);
          expect(theirs.length, name).toBeGreaterThan(0);
        }
        expect(await all(behindWall(database, 'nobody'), name), name).toEqual([]);
        expect(await all(behindWall(database, ''), `${name}`), name).toEqual(
          // Without an organisation it is the keeper's policy, which is not this role's.
          (await isOwner(side(0))) ? whole : [],
        );
      }
    });

    it('nothing of the other is changed, deleted or put in its place', async () => {
      for (const { name, policies } of await tablesOf(database)) {
        if (!policies.includes('organisation')) continue;
        const theirs = await all(side(1), name);
        const first = theirs[0] ?? expect.fail(`Nothing is in ${name}`);
        const [column] = Object.keys(JSON.parse(first));
        const wrong = [
          `update "${name}" set "${column}" = "${column}" where to_json("${name}")::text = $1`,
          `delete from "${name}" where to_json("${name}")::text = $1`,
        ];
        for (const text of wrong) {
          const done = await side(0).rows(
            count,
            `with done as (${text} returning 1) select count(*) as count from done`,
            [first],
          );
          expect(done, text).toEqual([{ count: 0 }]);
        }
        const forged = side(0).run(
          `insert into "${name}" select * from json_populate_record(null::"${name}", $1::text::json)`,
          [first],
        );
        await expect(forged, name).rejects.toThrow(/row-level security/);
        expect(await all(side(1), name), name).toEqual(theirs);
      }
    });

    it('a table of which nobody can tell whose it is gives nothing', async () => {
      await database.script("create table stray (id text); insert into stray values ('x')");
      await raiseWall(database);
      expect(await all(side(0), 'stray')).toEqual([]);
      await expect(side(0).run("insert into stray values ('y')")).rejects.toThrow(/row-level/);
      expect(await all(database, 'stray')).toHaveLength(1);
      await database.script('drop table stray');
    });

    it('the wall stands for one transaction at a time, and for each of many at once', async () => {
      const name = v.object({ name: v.string() });
      const seen = await Promise.all(
        Array.from({ length: 60 }, async (_, at) =>
          at % 3 === 2
            ? (await database.rows(name, 'select id as name from organisation')).length >= 2
            : (await side(at % 3).rows(name, 'select id as name from organisation'))[0]?.name ===
              ids[at % 3],
        ),
      );
      expect(seen.filter((fine) => !fine)).toEqual([]);
    });
  });
}

const isOwner = async (database: Database) =>
  (
    await database.rows(
      v.object({ yes: v.boolean() }),
      "select current_user <> 'cuecard_member' as yes",
    )
  )[0]?.yes ?? true;

async function fill(hub: TestHub, database: Database): Promise<string> {
  const token = await hub.found();
  await hub.ask('POST', '/v1/bases', token, { kb: 'wall' });
  const changes = Array.from({ length: 520 }, (_, at) => ({ op: put(`e${at}`), basedOn: 0 }));
  await hub.ask('POST', '/v1/bases/wall/publish', token, { why: '', changes });
  const sync = await hub.ask('GET', '/v1/sync', token);
  const [base] = sync.json<{ bases: { readKey: string; head: { epoch: string } }[] }>().bases;
  await hub.ask('GET', `/v1/k/${base?.readKey}/${base?.head.epoch}/d/0-256`);
  await hub.ask('POST', '/v1/seen', token, { seen: { wall: 1 } });
  const event = { seq: 1, at: 1, kind: 'shown', entries: [], consoleId: 'x' };
  await hub.ask('POST', '/v1/events', token, { from: 0, upTo: 2, events: [event, 'bad'] });
  const gap = { id: 'gap-of-wall', text: 'Any kites?', consoleId: 'x', confirmed: true };
  await hub.ask('POST', '/v1/gaps', token, gap);
  await hub.ask('POST', '/v1/learned/sharing/set', token, { learned: true });
  const picks = [{ seq: 1, base: 'wall', entry: 'e0', text: 'Any kites?' }];
  await hub.ask('POST', '/v1/learned', token, { picks });
  const learned = await hub.ask('GET', '/v1/bases/wall/learned', token);
  const [told] = learned.json<{ phrasings: { phrasing: string; entry: string }[] }>().phrasings;
  const decided = { phrasing: told?.phrasing, entry: told?.entry, decision: 'refused' };
  await hub.ask('POST', '/v1/bases/wall/learned/decide', token, decided);
  await sumEvents(hub.hub);
  await hub.ask('POST', '/v1/invites', token, { role: 'agent', kb: '*' });
  await hub.ask('POST', '/v1/device-links', token, {});
  const { open: _, ...recipe } = { open: '', ...chatwoot, match: { url: '^https://a\\.example/' } };
  await hub.ask('POST', '/v1/recipes', token, { recipe });
  // Handed in, and approved by the first of two.
  const handIn = { why: '', changes: [{ op: put('new'), basedOn: 0 }] };
  const author = await hub.invited(token, 'author');
  await hub.ask('POST', '/v1/bases/wall/approvals', token, { approvals: 2 });
  const proposed = await hub.ask('POST', '/v1/bases/wall/proposals', author, {
    ...{ ...handIn, publishAt: null, expireAt: null },
  });
  const { id } = proposed.json<{ id: string }>();
  const approval = { seen: changes.length, overwrite: false };
  await hub.ask('POST', `/v1/bases/wall/proposals/${id}/approve`, token, approval);
  const member = must(await memberOf(hub.hub, token), 'who founded it');
  const { organisation, person } = member;
  await database.run('insert into login values ($1, $2, $3, $4)', [
    ...[organisation, 'https://accounts.example', person, person],
  ]);
  await database.run(
    `insert into sign_in
       (state_hash, organisation, challenge, browser_hash, nonce, verifier, expires_at)
     values ($1, $2, $3, '', '', '', 1)`,
    [`state of ${organisation}`, organisation, `challenge of ${organisation}`],
  );
  return organisation;
}
