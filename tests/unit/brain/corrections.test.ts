import { beforeEach, describe, expect, it } from 'vitest';
import { makeCardOutcomes } from '../../../lib/brain/card-outcomes';
import { makeCorrections } from '../../../lib/brain/corrections';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { AgentEvent, StoredEvent } from '../../../lib/domain/pick';
import type { Outcome } from '../../../lib/engine/engine';
import type { Params } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';
import { idleWork } from '../../support/idle-work';
import { makeBase, makeEntry } from '../../support/make-entry';

const refund = { base: 'shop', id: 'refund' };
const parcel = { base: 'shop', id: 'parcel' };
const elsewhere = { base: 'shop', id: 'elsewhere' };
const shown: AgentEvent = {
  kind: 'shown',
  cueText: 'a',
  entries: [refund, parcel],
  odds: [2, -1],
};
const inserted = (entry = refund, place = 1): AgentEvent => ({
  kind: 'inserted',
  cueText: 'a',
  entry,
  place,
});
const about = (kind: 'rejected' | 'rejection-undone' | 'insert-undone', entry = refund) =>
  ({ kind, cueText: 'a', entry }) as const;
const outcomes = (...events: (AgentEvent | [AgentEvent, string])[]) => {
  const stored = events.map((each, at): StoredEvent => {
    const [event, conversationKey] = Array.isArray(each) ? each : [each, 'talk'];
    return { ...event, seq: at + 1, at: 0, conversationKey, consoleId: 'x' };
  });
  const read = makeCardOutcomes();
  stored.forEach(read.read);
  return read.byBase().get('shop') ?? [];
};

describe('how cards turned out', () => {
  it('is told by a pick: it was right, the cards beside it were not', () => {
    expect(outcomes(shown, inserted())).toEqual([
      { odds: 2, right: true },
      { odds: -1, right: false },
    ]);
  });

  it('is told by a rejection for that card alone', () => {
    expect(outcomes(shown, about('rejected', parcel))).toEqual([{ odds: -1, right: false }]);
  });

  it('is told by a gap and by the pick of a related entry for all of them', () => {
    const wrong = [
      { odds: 2, right: false },
      { odds: -1, right: false },
    ];
    expect(outcomes(shown, { kind: 'gap', cueText: 'a' })).toEqual(wrong);
    expect(outcomes(shown, inserted(elsewhere, 4))).toEqual(wrong);
  });

  it('is not known when nothing was done, or when an entry was searched for', () => {
    expect(outcomes(shown)).toEqual([]);
    expect(outcomes(shown, inserted(elsewhere, 0))).toEqual([]);
    expect(outcomes({ ...shown, odds: [null, null] }, inserted())).toEqual([]);
  });

  it('is not known any more once it was taken back', () => {
    expect(outcomes(shown, inserted(), about('insert-undone'))).toEqual([]);
    expect(outcomes(shown, about('rejected'), about('rejection-undone'))).toEqual([]);
    expect(outcomes(shown, about('rejected'), inserted(), about('insert-undone'))).toEqual([
      { odds: 2, right: false },
    ]);
  });

  it('says nothing of the cards once a gap was taken back', () => {
    const gap: AgentEvent = { kind: 'gap', cueText: 'a' };
    const undone: AgentEvent = { kind: 'gap-undone', cueText: 'a' };
    expect(outcomes(shown, gap, undone)).toEqual([]);
    // The cards shown after it are another message's.
    expect(outcomes(shown, gap, shown, undone)).toEqual([]);
    expect(outcomes(shown, gap, gap, undone)).toEqual(outcomes(shown, gap));
    expect(outcomes(shown, gap, { ...undone, cueText: 'b' })).toEqual(outcomes(shown, gap));
    // Either may have lost its words by then.
    expect(outcomes(shown, { ...gap, cueText: '' }, undone)).toEqual([]);
    expect(outcomes(shown, gap, { ...undone, cueText: '' })).toEqual([]);
    expect(outcomes([shown, 'one'], [gap, 'one'], [undone, 'two'])).toEqual(outcomes(shown, gap));
    expect(outcomes(shown, gap, undone, inserted())).toEqual(outcomes(shown, inserted()));
  });

  it('never mixes conversations, nor a message with the one after it', () => {
    expect(outcomes([shown, 'one'], [inserted(), 'two'])).toEqual([]);
    expect(outcomes(shown, inserted(), shown)).toEqual(outcomes(shown, inserted()));
  });
});

describe('what corrects a base', () => {
  const told = { at: 0, conversationKey: 'talk', consoleId: 'x' };
  const eventAt = (at: number): StoredEvent => {
    const event = at % 2 === 0 ? shown : at < 2_500 ? inserted() : about('rejected');
    return { ...event, ...told, conversationKey: `talk ${at >> 1}`, seq: at + 1 };
  };

  it.each([0, 2_999, 4_000, 5_501])(
    'is the same after %i events as when it starts with them',
    (count) => {
      const events = Array.from({ length: count }, (_, at) => eventAt(at));
      const lastToldTo = (work: (corrections: ReturnType<typeof makeCorrections>) => void) => {
        let last: readonly Outcome[] = [];
        work(
          makeCorrections((_, outcomes) => {
            last = outcomes;
          }),
        );
        return last;
      };
      const started = lastToldTo((corrections) => corrections.replaceAll(events));
      const live = lastToldTo((corrections) => events.forEach(corrections.heard));
      const later = lastToldTo((corrections) => {
        corrections.replaceAll(events.slice(0, 3_500));
        events.slice(3_500).forEach(corrections.heard);
      });
      expect(live).toEqual(started);
      expect(later).toEqual(started);
      expect(started.length).toBeGreaterThanOrEqual(Math.min(3_000, count) / 2);
    },
  );
});

describe('a base’s confidences', () => {
  const questions = {
    refund: ['when do I get my refund', 'has my money been sent back', 'refund not there yet'],
    address: ['change my delivery address', 'I moved to a new house', 'wrong street on the order'],
    invoice: ['I need an invoice for tax', 'where is the receipt', 'send the bill as a pdf'],
    password: ['reset my password', 'I cannot log in', 'forgot the login code'],
  };
  let store: Store;
  let brain: BrainHandlers;
  let told = 0;
  const idle = idleWork();
  const wake = () =>
    createBrain({
      store,
      readSample: async () => '',
      now: () => 0,
      tellFaces: () => {},
      whenIdle: idle.whenIdle,
    });
  /** While it trains, on a busy machine for long, a card is less sure than it will be. */
  const trained = () => expect.poll(idle.due).toBe(0);
  const ask = async (text: string) => {
    const cueId = `cue ${told++}`;
    const { suggestions } = await brain['cue.rank']({ cueId, text, earlier: [] });
    const cards = suggestions.filter(({ kind }) => kind !== 'small-talk');
    return { cueId, text, cards };
  };
  const record = (
    conversationKey: string,
    event: Params<'event.record'>['event'],
    cueId?: string,
  ) =>
    brain['event.record']({
      event,
      conversationKey,
      consoleId: 'x',
      ...(cueId === undefined ? {} : { cueId }),
    });
  /** Messages of other words than the one that is measured, so that only the correction tells. */
  const others = [...questions.address, ...questions.invoice, ...questions.password];
  async function rejectAll() {
    for (const text of others) {
      const { cueId, cards } = await ask(text);
      const entries = cards.map(({ entry }) => ({ base: entry.base, id: entry.id }));
      await record(text, { kind: 'shown', cueText: text, entries }, cueId);
      for (const entry of entries) await record(text, { kind: 'rejected', cueText: text, entry });
    }
  }
  async function takeAllBack() {
    const { events } = await brain['events.list']({ after: 0, limit: 1_000 });
    for (const event of events) {
      if (event.kind !== 'rejected') continue;
      const { cueText, entry, conversationKey } = event;
      await record(conversationKey, { kind: 'rejection-undone', cueText, entry });
    }
  }
  const refundCard = async () => {
    const { cards } = await ask('when do I get my refund');
    return cards.find(({ entry }) => entry.id === 'refund');
  };

  beforeEach(async () => {
    store = makeMemoryStore();
    await store.replaceBase(
      makeBase({ id: 'shop', name: 'Shop' }),
      Object.entries(questions).map(([id, phrasings]) =>
        makeEntry({
          id,
          base: 'shop',
          title: id,
          phrasings: phrasings.map((text) => ({ text, source: 'author' as const })),
        }),
      ),
    );
    brain = await wake();
  });

  it('fall when its cards are rejected, and are as before when that is taken back', async () => {
    await trained();
    const before = await refundCard();
    expect(before?.kind).toBe('direct');
    await rejectAll();
    await trained();
    const after = await refundCard();
    expect(after?.kind).not.toBe('direct');
    brain = await wake();
    await expect
      .poll(async () => (await refundCard())?.confidence)
      .toBeCloseTo(after?.confidence ?? -1, 10);
    await takeAllBack();
    const again = await refundCard();
    expect(again?.kind).toBe('direct');
    expect(again?.confidence).toBeCloseTo(before?.confidence ?? -1, 10);
  });
});
