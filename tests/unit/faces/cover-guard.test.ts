import { describe, expect, it } from 'vitest';
import { makeCoverGuard } from '../../../lib/faces/cover-guard';

function guardAt() {
  let time = 0;
  const guard = makeCoverGuard(() => time);
  return { guard, pass: (ms: number) => (time += ms) };
}

describe('the guard against covered panels', () => {
  it('lets everything pass where the browser cannot tell', () => {
    expect(guardAt().guard.mayAct()).toBe(true);
  });

  it('holds back a wish while something is over the panel, and half a second after', () => {
    const { guard, pass } = guardAt();
    guard.report('panel', false);
    pass(20_000);
    expect(guard.mayAct()).toBe(false);
    pass(20_000);
    guard.report('panel', true);
    pass(499);
    expect(guard.mayAct()).toBe(false);
    pass(1);
    expect(guard.mayAct()).toBe(true);
  });

  it('is not worn down by clicking fast', () => {
    const { guard, pass } = guardAt();
    guard.report('panel', false);
    pass(20_000);
    for (let click = 0; click < 10; click++) {
      expect(guard.mayAct()).toBe(false);
      pass(100);
    }
  });

  it('lets the agent through who clicks again, once', () => {
    const { guard, pass } = guardAt();
    guard.report('panel', false);
    pass(20_000);
    expect(guard.mayAct()).toBe(false);
    pass(1_500);
    expect(guard.mayAct()).toBe(true);
    expect(guard.mayAct()).toBe(false);
  });

  it('begins anew each time that a panel in plain sight is covered', () => {
    const { guard, pass } = guardAt();
    guard.report('panel', false);
    expect(guard.mayAct()).toBe(false);
    guard.report('panel', true);
    pass(1_000);
    guard.report('panel', false);
    pass(1_000);
    expect(guard.mayAct()).toBe(false);
  });

  it('holds back for as long as either the panel or the console script sees a cover', () => {
    const { guard, pass } = guardAt();
    guard.report('console', false);
    guard.report('panel', true);
    pass(20_000);
    expect(guard.mayAct()).toBe(false);
    guard.report('console', true);
    pass(500);
    expect(guard.mayAct()).toBe(true);
  });
});
