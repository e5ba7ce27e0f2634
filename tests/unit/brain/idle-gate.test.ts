import { describe, expect, it } from 'vitest';
import { makeIdleGate } from '../../../lib/brain/idle-gate';

describe('work between the calls', () => {
  it('waits as long as somebody holds it back, and is then done in its order', () => {
    const done: number[] = [];
    const gate = makeIdleGate((work) => work());
    gate.whenIdle(() => done.push(1));
    const one = gate.hold();
    const other = gate.hold();
    gate.whenIdle(() => done.push(2));
    gate.whenIdle(() => done.push(3));
    one();
    // Said twice by one, it does not speak for the other.
    one();
    expect([done, gate.isHeld]).toEqual([[1], true]);
    other();
    expect([done, gate.isHeld]).toEqual([[1, 2, 3], false]);
    gate.whenIdle(() => done.push(4));
    expect(done.at(-1)).toBe(4);
  });
});
