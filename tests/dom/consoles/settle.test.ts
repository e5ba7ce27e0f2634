import { expect, test } from 'vitest';
import {
  redrawMs,
  type Settling,
  settle,
  switchMs,
  unsettled,
} from '../../../lib/consoles/read/settle';
import type { Conversation } from '../../../lib/domain/conversation';

function conversation(key: string, ...ids: string[]): Conversation {
  return {
    key,
    consoleId: 'sample-console',
    host: 'desk.example',
    messages: ids.map((id) => ({ id, role: 'customer', kind: 'text', text: id })),
    composer: 'ready',
    hasDraft: false,
  };
}

function settleAll(readings: readonly [now: number, reading: Conversation | null][]): Settling {
  return readings.reduce((state, [now, reading]) => settle(state, reading, now), unsettled);
}

const maria = conversation('maria', '1', '2');
const wei = conversation('wei', '7');

test('the first reading is shown as it is', () => {
  expect(settle(unsettled, maria, 0).shown).toBe(maria);
  expect(settle(unsettled, null, 0).shown).toBeNull();
});

test('a list that is gone keeps its conversation for the time of a redraw, no longer', () => {
  const gone = settleAll([
    [0, maria],
    [5_000, null],
  ]);
  expect(gone.shown).toBe(maria);
  expect(settle(gone, null, 5_000 + redrawMs - 1).shown).toBe(maria);
  expect(settle(gone, null, 5_000 + redrawMs).shown).toBeNull();
});

test('old messages under a new key show nothing until the new ones come', () => {
  const stale = settleAll([
    [0, maria],
    [5_000, conversation('wei', '1', '2')],
  ]);
  expect(stale.shown).toBeNull();
  expect(settle(stale, wei, 5_200).shown).toBe(wei);
});

test('a key that changed for good with the same messages is believed in the end', () => {
  const renamed = conversation('wei', '1', '2');
  const stale = settleAll([
    [0, maria],
    [5_000, renamed],
  ]);
  expect(settle(stale, renamed, 5_000 + switchMs - 1).shown).toBeNull();
  expect(settle(stale, renamed, 5_000 + switchMs).shown).toBe(renamed);
});

test('new messages that came just before their key are not taken for old ones', () => {
  const early = settleAll([
    [0, maria],
    [5_000, conversation('maria', '7')],
    [5_050, wei],
  ]);
  expect(early.shown).toBe(wei);
});

test('a conversation without messages is shown when its key is new', () => {
  const empty = conversation('nobody');
  expect(
    settleAll([
      [0, maria],
      [5_000, empty],
    ]).shown,
  ).toBe(empty);
});

test('going back to the conversation shown before is no switch', () => {
  const back = settleAll([
    [0, maria],
    [5_000, conversation('wei', '1', '2')],
    [5_100, maria],
  ]);
  expect(back.shown).toBe(maria);
});
