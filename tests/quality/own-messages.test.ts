import { describe, expect, it } from 'vitest';
import {
  loadSampleEngine,
  measureMessages,
  messageSets,
  type OwnFigures,
  readMessages,
} from '../../bench/own-messages';

/**
 * The goals, and two points under what the engine reaches (docs/engine.design.md) where that is
 * more: no change may lose more unnoticed. The messages are our own, so these are no public figures.
 */
const floors: Record<(typeof messageSets)[number], Pick<OwnFigures, 'hit1' | 'hit3'>> = {
  'harbour-broadband': { hit1: 86, hit3: 95 },
  'kapok-mall': { hit1: 86, hit3: 94 },
};

const engine = loadSampleEngine();

describe.each(messageSets)('messages to %s, with all four sample bases loaded', (set) => {
  const messages = readMessages(set);
  const figures = measureMessages(engine, messages);

  it('are enough to tell, and name only entries that exist', () => {
    console.log(set, figures);
    expect(figures.answerable).toBeGreaterThanOrEqual(150);
    expect(figures.unanswerable).toBeGreaterThanOrEqual(15);
  });

  it('find their answer on the first card and among the first three as often as before', () => {
    expect(figures.hit1).toBeGreaterThanOrEqual(floors[set].hit1);
    expect(figures.hit3).toBeGreaterThanOrEqual(floors[set].hit3);
  });

  it('lose few of the answers found to the threshold', () => {
    expect(figures.heldBack).toBeLessThanOrEqual(5);
  });

  it('get no direct card when no entry answers them', () => {
    expect(figures.noDirect).toBeGreaterThanOrEqual(95);
  });
});
