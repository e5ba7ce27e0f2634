import { describe, expect, it } from 'vitest';
import { fightCap } from '../../../lib/consoles/dock/fight-cap';

function capAt(limit: number, withinMs: number) {
  let time = 0;
  const mayGoOn = fightCap(limit, withinMs, () => time);
  return { mayGoOn, pass: (ms: number) => (time += ms) };
}

describe('the cap on fights with a page', () => {
  it('stops after so many in so short a time, and for good', () => {
    const { mayGoOn, pass } = capAt(3, 1_000);
    expect([mayGoOn(), mayGoOn(), mayGoOn(), mayGoOn()]).toEqual([true, true, true, false]);
    pass(60_000);
    expect(mayGoOn()).toBe(false);
  });

  it('never stops for a page that does it now and then', () => {
    const { mayGoOn, pass } = capAt(3, 1_000);
    for (let round = 0; round < 100; round++) {
      expect(mayGoOn()).toBe(true);
      pass(400);
    }
  });
});
