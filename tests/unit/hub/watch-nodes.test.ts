import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Member, memberOf } from '../../../hub/services/members';
import { type Nodes, watchNodes } from '../../../hub/services/nodes';
import { must } from '../../../lib/base/must';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let one: TestHub;
let other: Nodes;
let admin = '';
let agent: Member;
/** What the other node does, in its order. */
let done: string[] = [];
/** Makes the other node look now; settles when it has. */
let look: () => Promise<void>;
/** Queries of which the next one fails, as while the database is away. */
let failing: RegExp | undefined;
/** Comes in between when rows were read and are not told of yet. */
let inBetween = () => {};

beforeAll(async () => {
  one = await makeTestHub();
});
afterAll(() => one?.close());

beforeEach(async () => {
  admin = await one.found();
  await one.ask('POST', '/v1/bases', admin, { kb: 'shop' });
  agent = must(await memberOf(one.hub, await one.invited(admin, 'agent')), 'the agent');
  done = [];
  failing = undefined;
  inBetween = () => {};
  const { database } = one.hub;
  other = watchNodes({
    database: {
      ...database,
      async rows(schema, text, values) {
        if (failing?.test(text)) {
          failing = undefined;
          throw new Error('The database is away');
        }
        const rows = await database.rows(schema, text, values);
        inBetween();
        return rows;
      },
    },
    shared: {
      wake: async () => {},
      async listen(wake) {
        look = async () => wake();
        return async () => {};
      },
    },
    tell: (_, poke) =>
      void done.push('version' in poke ? `tell ${poke.version}` : JSON.stringify(poke)),
    cutOff: (device) => void done.push(device === agent.device ? 'cut off' : 'another'),
    forget: () => void done.push('forget'),
    listeners: () => [agent],
    pollMs: 600_000,
  });
  await other.start();
  return () => other.stop();
});

const publish = (id: string, basedOn: number) =>
  one.ask('POST', '/v1/bases/shop/publish', admin, {
    why: '',
    changes: [{ op: put(id), basedOn }],
  });
const revoke = () => one.ask('POST', `/v1/devices/${agent.device}/revoke`, admin, {});

describe('a node that hears of another one', () => {
  it('puts out whom the other one put out before it tells what was published since', async () => {
    expect((await revoke()).status).toBe(200);
    expect((await publish('e1', 0)).status).toBe(200);
    await look();
    expect(done).toEqual(['forget', 'cut off', 'tell 1']);
  });

  it('tells no mark again that is older than the one it told of meanwhile', async () => {
    const gap = { id: 'gap-one-1', text: 'Any kites?', consoleId: 'x', confirmed: true };
    expect((await one.ask('POST', '/v1/gaps', admin, gap)).status).toBe(200);
    inBetween = () => {
      inBetween = () => {};
      other.tell(agent.organisation, { gaps: 'newer' });
    };
    await look();
    expect(done).toEqual([JSON.stringify({ gaps: 'newer' })]);
  });

  it('does at the next look what it could not while the database was away', async () => {
    await revoke();
    await publish('e1', 0);
    failing = /from device/;
    await look();
    failing = /from change/;
    await look();
    await look();
    expect(done.filter((deed) => deed === 'cut off').length).toBeGreaterThan(0);
    expect(done.filter((deed) => deed.startsWith('tell'))).toEqual(['tell 1']);
    await publish('e2', 1);
    done = [];
    await look();
    expect(done).toEqual(['forget', 'tell 2']);
  });

  it('puts out whom the other one put out before there was any base', async () => {
    const boss = await one.found();
    agent = must(await memberOf(one.hub, await one.invited(boss, 'agent')), 'the agent');
    await one.ask('POST', `/v1/devices/${agent.device}/revoke`, boss, {});
    await look();
    await one.ask('POST', '/v1/bases', boss, { kb: 'first' });
    await look();
    expect(done).toContain('cut off');
  });
});
