import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { createBrain } from '../../../lib/brain/create-brain';
import { serveBrain } from '../../../lib/brain/serve-brain';
import { type BrainClient, makeBrainClient } from '../../../lib/bus/brain-client';
import { joinStandInBrain } from '../../../lib/bus/stand-in-brain';
import { wirePort } from '../../../lib/bus/wire-port';
import { openDexieStore } from '../../../lib/store/dexie-store';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { hoursPick } from '../../support/hub/hours-pick';
import { machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeTestHub();
  vi.stubGlobal('navigator', { locks });
  vi.stubGlobal('Worker', PageWorker);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await hub?.close();
});

const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: [{ id: 'hours', title: 'Hours', phrasings: ['when are you open'], answer: 'At nine.' }],
});

/** One lock, which goes to the next page when the one that has it is closed. */
const locks = {
  waiting: [] as (() => void)[],
  isHeld: false,
  request(_: string, hold: () => unknown) {
    if (this.isHeld) this.waiting.push(hold);
    else hold();
    this.isHeld = true;
    return new Promise<never>(() => {});
  },
  passOn() {
    this.waiting.shift()?.();
  },
};

/** The brain in a worker of a page: when that is closed, nothing more of it is done, or said. */
class PageWorker {
  static readonly all: PageWorker[] = [];
  #isOver = false;
  readonly #ports: MessagePort[] = [];
  readonly #brain = this.#start();

  constructor() {
    PageWorker.all.push(this);
  }

  postMessage(_: unknown, [port]: [MessagePort]) {
    this.#ports.push(port);
    serveBrain(wirePort(port), this.#brain);
  }

  end() {
    this.#isOver = true;
    for (const port of this.#ports) port.close();
  }

  async #start() {
    const alive = <Work extends object>(work: Work): Work =>
      new Proxy(work, {
        get: (target, name) => {
          const own: unknown = Reflect.get(target, name);
          if (typeof own !== 'function') return own;
          return (...given: unknown[]) =>
            this.#isOver ? new Promise<never>(() => {}) : Reflect.apply(own, target, given);
        },
      });
    return createBrain({
      store: alive(await openDexieStore('leader-ends')),
      readSample: async (sample) =>
        file.replaceAll('shop', sample).replace('"en"', '"en","smallTalk":true'),
      now: Date.now,
      tellFaces: () => {},
      whenIdle: (work) => setTimeout(work),
      hubLink: alive(straightLink(hub)),
    });
  }
}

function page(): BrainClient {
  const client = makeBrainClient(30_000);
  joinStandInBrain('brain.js', client);
  return client;
}
const answerIn = async (face: BrainClient) =>
  (await face.call('studio.entry', { base: 'shop', id: 'hours' })).entry?.answer;
const pick = (face: BrainClient, eventId: string) => face.call('event.record', hoursPick(eventId));

it('a page that leads for all and is closed costs its team no answer and no pick, and doubles none', async () => {
  const boss = await machineOf(hub);
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  const first = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${first}`, name: 'Bo' });
  await boss.brain['team.share']({ base: 'shop' });
  const { link } = await boss.brain['team.invite']({ role: 'agent' });

  const leader = page();
  const other = page();
  const joined = await leader.call('team.join', { link: link ?? '', name: 'Ana' });
  expect(joined).toEqual({ outcome: 'joined' });
  expect(await answerIn(other)).toBe('At nine.');
  await pick(other, 'one');

  const asked = [pick(other, 'two'), pick(other, 'three')];
  PageWorker.all[0]?.end();
  await boss.edit('hours', 'At ten.');
  await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
  locks.passOn();
  expect(PageWorker.all).toHaveLength(2);
  await Promise.all(asked);
  await soon(async () => expect(await answerIn(other)).toBe('At ten.'));
  await pick(other, 'four');
  await soon(async () => {
    const rows = await hub.hub.database.rows(
      v.object({ kind: v.string() }),
      'select kind from event order by seq',
    );
    expect(rows.filter(({ kind }) => kind === 'inserted')).toHaveLength(4);
  });
  expect((await other.call('events.list', { after: 0, limit: 10 })).events).toHaveLength(4);
  await other.call('team.leave', null);
  await boss.brain['team.leave'](null);
});
