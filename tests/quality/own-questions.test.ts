import { describe, expect, it } from 'vitest';
import { loadSampleEngine, messageSets } from '../../bench/own-messages';
import { measureQuestions, readAsked, readRanked } from '../../bench/own-questions';

/** In percent, a little under what is reached (docs/engine.design.md); the messages are our own. */
const leastLed = { 'harbour-broadband': 85, 'kapok-mall': 89 };
const mostSplit = 2;

const engine = loadSampleEngine();

describe.each(messageSets)('messages to %s with several questions', (set) => {
  const messages = [...readRanked(set), ...readAsked(set, 'tuned'), ...readAsked(set, 'held back')];
  const { able, ableLed, plain, split } = measureQuestions(engine, messages);

  it('have a group for each, led by its answer, where ranking finds it', () => {
    expect(able).toBeGreaterThanOrEqual(40);
    expect((100 * ableLed) / able).toBeGreaterThanOrEqual(leastLed[set]);
  });

  it('are told from those with one', () => {
    expect(plain).toBeGreaterThanOrEqual(200);
    expect((100 * split) / plain).toBeLessThanOrEqual(mostSplit);
  });
});
