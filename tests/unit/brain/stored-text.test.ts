import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { redactEvent } from '../../../lib/brain/redact-event';
import type { AgentEvent } from '../../../lib/domain/pick';
import type { Params } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';

const day = 24 * 60 * 60 * 1000;
const entry = { base: 'b', id: 'e' };
type Recorded = Params<'event.record'>['event'];
const edited: Recorded = {
  kind: 'edited',
  cueText: 'call 13812345678',
  entry,
  place: 1,
  before: 'We call a@b.com.',
  after: 'We charge 4111 1111 1111 1111.',
};

let clock: number;
let store: Store;
let brain: BrainHandlers;
const wake = () =>
  createBrain({
    store,
    readSample: async () => '',
    now: () => clock,
    tellFaces: () => {},
    whenIdle: (work) => work(),
  });
const record = (event: Recorded) =>
  brain['event.record']({ event, conversationKey: 'c', consoleId: 'x' });
const storedTexts = async () =>
  (await store.readEvents(0, 100)).map(({ cueText, ...rest }) =>
    'before' in rest ? [cueText, rest.before, rest.after] : [cueText],
  );

beforeEach(async () => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  store = makeMemoryStore();
  brain = await wake();
});

describe('the text kept with an event', () => {
  it.each<AgentEvent>([
    { kind: 'shown', cueText: 'a@b.com', entries: [entry] },
    { kind: 'inserted', cueText: 'a@b.com', entry, place: 2 },
    { kind: 'rejected', cueText: 'a@b.com', entry },
    { kind: 'rejection-undone', cueText: 'a@b.com', entry },
    { kind: 'gap', cueText: 'a@b.com' },
    { kind: 'gap-undone', cueText: 'a@b.com', sentAs: 'gap-00000001' },
  ])('is redacted, whatever happened: $kind', (event) => {
    expect(redactEvent(event)).toEqual({ ...event, cueText: '‹mail›' });
  });

  it('is redacted before it reaches the store, edits included', async () => {
    await record(edited);
    expect(await storedTexts()).toEqual([['call ‹phone›', 'We call ‹mail›.', 'We charge ‹card›.']]);
  });

  it('is forgotten after 30 days by a brain that never sleeps, also when only messages come', async () => {
    await record(edited);
    clock += 29 * day;
    await record({ kind: 'gap', cueText: 'later' });
    expect((await storedTexts())[0]?.[0]).toBe('call ‹phone›');
    clock += 2 * day;
    await brain['cue.rank']({ cueId: 'c', text: 'hello', earlier: [] });
    await expect.poll(storedTexts).toEqual([['', '', ''], ['later']]);
  });

  it('is forgotten when a brain starts', async () => {
    await record(edited);
    clock += 31 * day;
    brain = await wake();
    await expect.poll(storedTexts).toEqual([['', '', '']]);
  });

  it('is looked at once a day at most, and again soon after a failure', async () => {
    const asked: number[] = [];
    let broken = false;
    store.forgetText = async (before) => {
      asked.push(before);
      if (broken) throw new Error('disk full');
    };
    await record(edited);
    expect(asked).toEqual([]);
    clock += day;
    broken = true;
    await record(edited);
    broken = false;
    await record(edited);
    await record(edited);
    expect(asked).toEqual([clock - 30 * day, clock - 30 * day]);
    expect(await storedTexts()).toHaveLength(4);
  });
});

describe('region and channel of an event', () => {
  it('are kept with it, and redacted should they hold what they must not', async () => {
    await brain['event.record']({
      event: { kind: 'gap', cueText: 'why' },
      conversationKey: 'c',
      consoleId: 'x',
      region: 'Leeds',
      channel: 'call 13812345678',
    });
    const [event] = await store.readEvents(0, 1);
    expect(event?.region).toBe('Leeds');
    expect(event?.channel).not.toContain('13812345678');
  });
});
