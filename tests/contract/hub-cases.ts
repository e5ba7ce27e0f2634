import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeServer } from '../../hub/http/server';
import { compactAll } from '../../hub/services/compact';
import { memberOf } from '../../hub/services/members';
import { big, type Database } from '../../hub/store/sql';
import { must } from '../../lib/base/must';
import { refusedReplySchema, teamPhrasingsSchema } from '../../lib/protocol/hub-learned';
import { makeMemoryStore } from '../../lib/store/memory-store';
import { makeTeamSync } from '../../lib/sync/team-sync';
import { origin, straightLink } from '../support/hub/faulty-link';
import { put, type TestHub } from '../support/hub/test-hub';

const count = v.object({ count: big });

/** A team's deeds, on whatever the database is. */
export function hubCases(given: () => { database: Database; hub: TestHub }): void {
  describe('a team', () => {
    let database: Database;
    let hub: TestHub;
    beforeAll(() => {
      ({ database, hub } = given());
    });

    const numberOf = async (text: string, of: readonly (string | number)[]) =>
      must((await database.rows(count, `select ${text} as count`, of))[0], 'the count').count;

    it('moves an answer to another base, in both or in neither', async () => {
      const token = await hub.found();
      for (const kb of ['here', 'there']) {
        await hub.ask('POST', '/v1/bases', token, { kb });
        const changes = [put(`${kb}-only`), put('both', kb)].map((op) => ({ op, basedOn: 0 }));
        await hub.ask('POST', `/v1/bases/${kb}/publish`, token, { why: '', changes });
      }
      const move = async (id: string) => {
        const body = { to: 'there', ids: [id], how: 'move' };
        return (await hub.ask('POST', '/v1/bases/here/move', token, body)).json();
      };
      const standing = async (kb: string) => {
        const { organisation } = must(await memberOf(hub.hub, token), 'who founded it');
        const rows = await database.rows(
          v.object({ id: v.string() }),
          `select id from subject where organisation = $1 and kb = $2 and body is not null
           order by id`,
          [organisation, kb],
        );
        return rows.map(({ id }) => id);
      };
      expect(await move('both')).toEqual({ outcome: 'conflict', subjects: ['both'] });
      expect([await standing('here'), await standing('there')]).toEqual([
        ['both', 'here-only'],
        ['both', 'there-only'],
      ]);
      expect(await move('here-only')).toEqual({ outcome: 'moved' });
      expect([await standing('here'), await standing('there')]).toEqual([
        ['both'],
        ['both', 'here-only', 'there-only'],
      ]);
    });

    it('lets people in and out, changes what they may, goes back, and has it all in the log', async () => {
      const admin = await hub.found();
      await hub.ask('POST', '/v1/bases', admin, { kb: 'told' });
      const invite = await hub.ask('POST', '/v1/invites', admin, { role: 'agent', kb: '*' });
      const secret = invite.json<{ invite: string }>().invite;
      const join = () =>
        hub.ask('POST', '/v1/join', undefined, { invite: secret, name: 'Bo', eventsFrom: 0 });
      const joined = await Promise.all([join(), join()]);
      expect(joined.map(({ status }) => status).toSorted()).toEqual([200, 410]);
      const token = joined.find(({ status }) => status === 200)?.json<{ token: string }>().token;
      const { person, device } = must(await memberOf(hub.hub, token ?? ''), 'Bo');
      const deeds: [string, unknown][] = [
        [`/v1/people/${person}/role`, { kb: 'told', role: 'supervisor' }],
        ['/v1/bases/told/publish', { why: '', changes: [{ op: put('e', 'One.'), basedOn: 0 }] }],
        ['/v1/bases/told/publish', { why: '', changes: [{ op: put('e', 'Two.'), basedOn: 1 }] }],
        ['/v1/bases/told/rollback', { to: 1, why: '' }],
        [`/v1/devices/${device}/revoke`, {}],
        [`/v1/people/${person}/remove`, {}],
      ];
      for (const [path, body] of deeds) {
        expect((await hub.ask('POST', path, admin, body)).status, path).toBe(200);
      }
      expect((await hub.ask('GET', '/v1/sync', token)).status).toBe(401);
      const diff = await hub.ask('GET', '/v1/bases/told/diff/0-3', admin);
      expect(diff.text).toContain('One.');
      const audit = await hub.ask('GET', '/v1/audit', admin);
      const told = audit.json<{ deeds: { deed: string; whom: string | null }[] }>().deeds;
      expect(told.map(({ deed }) => deed).toSorted()).toEqual(
        [
          ...['joined', 'made base', 'invited', 'joined', 'changed role', 'published', 'published'],
          ...['rolled back', 'revoked', 'removed'],
        ].toSorted(),
      );
      expect(told.find(({ deed }) => deed === 'revoked')?.whom).toBe('Bo');
    });

    it('lets another browser of a person in by one of those who use the link, and never after a revoke', async () => {
      const admin = await hub.found();
      const linkOf = async (token: string) => {
        const reply = await hub.ask('POST', '/v1/device-links', token, {});
        return reply.json<{ link: string }>().link;
      };
      const use = (link: string) =>
        hub.ask('POST', '/v1/device-links/join', undefined, { link, eventsFrom: 0 });
      const link = await linkOf(admin);
      const replies = await Promise.all([use(link), use(link), use(link)]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
      const joined = must(
        replies.find(({ status }) => status === 200),
        'who was let in',
      );
      const second = joined.json<{ token: string }>().token;
      const [one, two] = [await memberOf(hub.hub, admin), await memberOf(hub.hub, second)];
      expect(two).toEqual({ ...one, device: two?.device });
      expect(two?.device).not.toBe(one?.device);

      const revoke = (device: string | undefined) =>
        hub.ask('POST', `/v1/devices/${device}/revoke`, admin, {});
      const links = await Promise.all([linkOf(second), linkOf(second)]);
      await revoke(two?.device);
      expect((await Promise.all(links.map(use))).map(({ status }) => status)).toEqual([410, 410]);
      expect((await hub.ask('GET', '/v1/sync', second)).status).toBe(401);
      expect((await hub.ask('GET', '/v1/sync', admin)).status).toBe(200);
    });

    it('keeps what picks taught by text and person, and what was refused of it as a hash', async () => {
      const token = await hub.found();
      const agent = await hub.invited(token, 'agent');
      await hub.ask('POST', '/v1/bases', token, { kb: 'taught' });
      const changes = [{ op: put('visa'), basedOn: 0 }];
      await hub.ask('POST', '/v1/bases/taught/publish', token, { why: '', changes });
      await hub.ask('POST', '/v1/learned/sharing/set', token, { learned: true });
      const pick = (seq: number, text: string) => ({ seq, base: 'taught', entry: 'visa', text });
      const send = (by: string, ...picks: object[]) =>
        hub.ask('POST', '/v1/learned', by, { picks });
      await send(token, pick(1, 'Need a stamp?'), pick(2, 'how long for papers'));
      // Sent again after a lost answer, each is there once.
      await Promise.all([1, 2, 3].map(() => send(agent, pick(1, ' need a  STAMP?'))));
      await send(agent, pick(2, 'need a stamp?'), pick(3, 'and for a dog'));
      const told = async () => {
        const reply = await hub.ask('GET', '/v1/bases/taught/learned', token);
        return v.parse(teamPhrasingsSchema, reply.json()).phrasings;
      };
      const list = await told();
      expect(list.map(({ picks, people }) => [picks, people])).toEqual([
        [3, 2],
        [1, 1],
        [1, 1],
      ]);
      const { phrasing = '', entry = '' } = list[0] ?? {};
      const decide = (decision: string | null) =>
        hub.ask('POST', '/v1/bases/taught/learned/decide', token, { entry, phrasing, decision });
      expect((await decide('refused')).status).toBe(200);
      const refused = async () => {
        const reply = await hub.ask('GET', '/v1/learned/refused', agent);
        return v.parse(refusedReplySchema, reply.json());
      };
      expect((await refused()).refused).toEqual([phrasing]);
      await send(agent, pick(4, 'need a stamp?'));
      expect((await told()).at(-1)).toMatchObject({ decision: 'refused', picks: 3 });
      await hub.ask('POST', '/v1/learned/take-back', agent, { seqs: [1, 2, 9] });
      expect((await told()).map(({ picks }) => picks)).toEqual([1, 1, 1]);
      expect((await decide(null)).status).toBe(200);
      expect((await refused()).refused).toEqual([]);
    });

    it('has its old changes dropped by one of two nodes, while somebody publishes', async () => {
      const token = await hub.found();
      const { organisation } = must(await memberOf(hub.hub, token), 'who founded it');
      await hub.ask('POST', '/v1/bases', token, { kb: 'grown' });
      const publish = async (changes: readonly { op: unknown; basedOn: number }[]) => {
        const reply = await hub.ask('POST', '/v1/bases/grown/publish', token, { why: '', changes });
        expect(reply.json()).toMatchObject({ outcome: 'published' });
      };
      const asked: string[] = [];
      const store = makeMemoryStore();
      const link = straightLink(hub);
      const copy = makeTeamSync({
        store,
        link: {
          ...link,
          ask: (request) => {
            asked.push(request.url);
            return link.ask(request);
          },
        },
        onPage: () => {},
        onWiped: () => expect.fail('Access was never taken away'),
        moveAside: async () => {},
      });
      await store.changeTeam({
        membership: { hub: origin, token, organisation: 'Shop', person: 'Ana' },
      });
      const puts = (text: string) =>
        Array.from({ length: 300 }, (_, at) => ({ op: put(`e${at}`, text), basedOn: 9_999 }));
      await publish([...puts('One.'), { op: put('gone'), basedOn: 0 }]);
      await copy.sync();
      await publish([{ op: { op: 'del', id: 'gone' }, basedOn: 301 }]);
      await publish(puts('Two.'));
      const { json } = await hub.ask('GET', '/v1/sync', token);
      const [base] = json<{ bases: { readKey: string; head: { epoch: string } }[] }>().bases;
      await hub.ask('GET', `/v1/k/${base?.readKey}/${base?.head.epoch}/d/0-256`);
      await database.run('update revision set at = 1 where organisation = $1', [organisation]);
      // Young, and so kept however many there are.
      await publish(puts('Three.'));

      const { hub: other } = makeServer({ database, now: Date.now, log: false, limited: false });
      const kept = { days: 30, pages: 1 };
      await Promise.all([
        compactAll(hub.hub, kept),
        compactAll(other, kept),
        publish([{ op: put('last'), basedOn: 0 }]),
      ]);
      const of = [organisation, 'grown'];
      const floor = 512;
      expect(await numberOf('(select floor from kb where organisation = $1 and id = $2)', of)).toBe(
        floor,
      );
      const below = (table: string, version: string) =>
        numberOf(
          `(select count(*) from ${table} where organisation = $1 and kb = $2 and ${version})`,
          [...of, floor],
        );
      // Of each answer the last one up to there.
      expect(await below('change', 'version <= $3')).toBe(300);
      expect(await below('change', 'version > $3')).toBe(903 - floor);
      expect(await below('page_blob', 'from_version < $3')).toBe(0);
      expect(await below('subject', 'version <= $3 and body is null')).toBe(0);

      asked.length = 0;
      expect(await copy.sync()).toBe('synced');
      expect(
        asked.some((url) => url.includes('/s/')),
        'it began with the snapshot',
      ).toBe(true);
      expect(asked.some((url) => url.includes('/d/0-'))).toBe(false);
      const entries = await store.readEntries('grown');
      expect(entries.length).toBe(301);
      expect(new Set(entries.map(({ answer }) => answer))).toEqual(
        new Set(['Three.', 'Answer of last.']),
      );

      // Nothing more to drop: nothing is done.
      await compactAll(hub.hub, kept);
      expect(await below('change', 'version <= $3')).toBe(300);
      const back = await hub.ask('POST', '/v1/bases/grown/rollback', token, { to: 602, why: '' });
      expect(back.status).toBe(200);
      await copy.sync();
      const now = await store.readEntries('grown');
      expect(new Set(now.map(({ answer }) => answer))).toEqual(new Set(['Two.']));
    });
  });
}
