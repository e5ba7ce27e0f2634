import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { brainCalls } from '../../../lib/protocol/brain-calls';

const kept = { seq: 1, eventId: 'e', at: 5, conversationKey: 'talk', consoleId: 'desk' };
const entry = { base: 'shop', id: 'refund' };

describe('the list of stored events', () => {
  it.each([
    { kind: 'shown', cueText: 'where is it', entries: [entry] },
    { kind: 'inserted', cueText: 'where is it', entry, place: 1 },
    { kind: 'gap', cueText: 'where is it' },
    { kind: 'gap-undone', cueText: 'where is it' },
    { kind: 'gap-undone', cueText: '', sentAs: 'gap-00000001' },
    { kind: 'phrasing-accepted', cueText: '', entry, phrasing: 'p' },
    { kind: 'ranking-retrained', cueText: '', upTo: 7 },
  ])('takes what was stored: $kind', (event) => {
    const events = [{ ...event, ...kept }];
    expect(v.parse(brainCalls['events.list'].result, { events })).toEqual({ events });
  });

  it('refuses what no event has', () => {
    const events = [{ kind: 'gap', cueText: '', note: 'x', ...kept }];
    expect(v.safeParse(brainCalls['events.list'].result, { events }).success).toBe(false);
  });
});
