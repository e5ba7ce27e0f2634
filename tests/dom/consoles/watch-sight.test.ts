import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as sightOf from '../../../lib/consoles/dock/is-in-sight';
import { watchSight } from '../../../lib/consoles/dock/watch-sight';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('counts a cover as known to the panel only from its word that it has heard of it', () => {
  // Nothing is laid out here, so no element is where it was placed.
  const host = document.body.appendChild(document.createElement('div'));
  const told: boolean[] = [];
  const sight = watchSight({
    host,
    placed: () => ({ side: 'right', widthPx: 400 }),
    onChange: (isInSight) => told.push(isInSight),
    signal: life.signal,
  });
  expect(sight.look()).toBe(false);
  expect(told).toEqual([false]);
  expect(sight.isCoverKnown()).toBe(false);
  sight.hear(false);
  expect(sight.isCoverKnown()).toBe(true);
  sight.hear(true);
  expect(sight.isCoverKnown()).toBe(false);
});

it('sees soon that nothing is over the panel any more, where it looks seldom otherwise', () => {
  vi.useFakeTimers();
  // As in Chromium, whose panel sees by itself what is over it.
  class Entry {}
  Object.assign(Entry.prototype, { isVisible: true });
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  const look = vi.spyOn(sightOf, 'isInSight').mockReturnValue(true);
  const told: boolean[] = [];
  watchSight({
    host: document.body.appendChild(document.createElement('div')),
    placed: () => ({ side: 'right', widthPx: 400 }),
    onChange: (isInSight) => told.push(isInSight),
    signal: life.signal,
  });
  vi.advanceTimersByTime(1_900);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(told).toEqual([true]);
  look.mockReturnValue(false);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([true, false]);
  look.mockReturnValue(true);
  vi.advanceTimersByTime(200);
  expect(told).toEqual([true, false, true]);
  look.mockClear();
  vi.advanceTimersByTime(1_000);
  expect(look).not.toHaveBeenCalled();
});
