import { afterEach, expect, it } from 'vitest';
import { watchSight } from '../../../lib/consoles/dock/watch-sight';

const life = new AbortController();
afterEach(() => life.abort());

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
