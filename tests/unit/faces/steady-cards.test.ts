import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasBetter } from '../../../lib/faces/better-answers';
import { makeCardHand } from '../../../lib/faces/card-hand';
import type { PanelStore } from '../../../lib/faces/panel-store';
import { conversation, customer, suggestion } from './support/samples';
import { cardAt, settled, setUpPanel } from './support/set-up-panel';

const red = suggestion('red', 'A red light means no signal.');
const outage = suggestion('outage', 'There is an outage.');
const credit = suggestion('credit', 'You get a credit.');
const asking = conversation('c1', [customer('m1', 'The light is red')]);
const news = { news: 'knowledge.changed', bases: [] } as const;

const shown = (store: PanelStore) => store.getState().suggestions.map(({ entry }) => entry.id);

async function atTheCards() {
  const panel = await setUpPanel((brain) => {
    brain.suggestions = [red, outage];
  });
  let isThere = true;
  panel.store.hand.watch(() => isThere);
  await panel.show(asking);
  const rankAgain = async (...suggestions: (typeof red)[]) => {
    panel.brain.suggestions = suggestions;
    panel.brain.tell({ ...news, bases: panel.brain.bases });
    await settled();
  };
  const leave = () => {
    isThere = false;
  };
  return { ...panel, rankAgain, leave };
}

describe('cards of the same cue that come again in another order', () => {
  it('stay as they are while the hand is at them, and change places when asked to', async () => {
    const { store, rankAgain } = await atTheCards();
    await rankAgain(outage, red);
    expect(shown(store)).toEqual(['red', 'outage']);
    store.actions.showBetter();
    expect(shown(store)).toEqual(['outage', 'red']);
    expect(store.getState().better).toBeUndefined();
  });

  it('change places at once when no hand is at them', async () => {
    const { store, rankAgain, leave } = await atTheCards();
    leave();
    await rankAgain(outage, red);
    expect(shown(store)).toEqual(['outage', 'red']);
  });

  it('change places by themselves when the hand has left', async () => {
    const { store, rankAgain, leave } = await atTheCards();
    await rankAgain(outage, red);
    leave();
    await vi.waitFor(() => expect(shown(store)).toEqual(['outage', 'red']), 10_000);
  });

  it('wait until nothing is being edited', async () => {
    const { store, rankAgain, leave } = await atTheCards();
    leave();
    store.actions.edit(cardAt(store, 1));
    await rankAgain(outage, red);
    expect(shown(store)).toEqual(['red', 'outage']);
    store.actions.editCancel();
    await vi.waitFor(() => expect(shown(store)).toEqual(['outage', 'red']), 10_000);
  });

  it('take in at once what does not move them', async () => {
    const { store, rankAgain } = await atTheCards();
    const mended = suggestion('red', 'A red light means that there is no signal.');
    await rankAgain(mended, outage, credit);
    expect(store.getState().suggestions).toEqual([mended, outage, credit]);
    expect(store.getState().better).toBeUndefined();
  });

  it('are forgotten when the customer writes something else', async () => {
    const { brain, store, rankAgain, show } = await atTheCards();
    await rankAgain(outage, red);
    brain.suggestions = [credit];
    await show(conversation('c2', [customer('m9', 'Where is my bill?')]));
    expect(shown(store)).toEqual(['credit']);
    expect(store.getState().better).toBeUndefined();
  });

  it('are told of no more when the first order comes back', async () => {
    const { store, rankAgain } = await atTheCards();
    await rankAgain(outage, red);
    expect(store.getState().better).toBeDefined();
    await rankAgain(red, outage);
    expect(store.getState().better).toBeUndefined();
  });
});

describe('cards that Find shows', () => {
  const found = ({ store }: { store: PanelStore }) =>
    store.getState().find.results.map(({ entry }) => entry.id);

  async function atTheFound() {
    const panel = await atTheCards();
    panel.brain.found = [red, outage];
    await panel.store.actions.find('light');
    const findAgain = async (...results: (typeof red)[]) => {
      panel.brain.found = results;
      panel.brain.tell({ ...news, bases: panel.brain.bases });
      await settled();
    };
    return { ...panel, findAgain };
  }

  it('stay as they are while the hand is at them, and change places when asked to', async () => {
    const panel = await atTheFound();
    await panel.findAgain(outage, red);
    expect(found(panel)).toEqual(['red', 'outage']);
    expect(hasBetter(panel.store.getState())).toBe(true);
    panel.store.actions.showBetter();
    expect(found(panel)).toEqual(['outage', 'red']);
    expect(hasBetter(panel.store.getState())).toBe(false);
    expect(panel.store.getState().focus).toEqual({ on: 'card', key: 'find:harbour/outage' });
  });

  it('change places by themselves when the hand has left', async () => {
    const panel = await atTheFound();
    await panel.findAgain(credit, red, outage);
    panel.leave();
    await vi.waitFor(() => expect(found(panel)).toEqual(['credit', 'red', 'outage']), 10_000);
  });

  it('take in at once what does not move them', async () => {
    const panel = await atTheFound();
    await panel.findAgain(red, outage, credit);
    expect(found(panel)).toEqual(['red', 'outage', 'credit']);
  });

  it('follow the words that are typed, whatever the hand does', async () => {
    const panel = await atTheFound();
    await panel.findAgain(outage, red);
    panel.brain.found = [credit];
    await panel.store.actions.find('credit');
    expect(found(panel)).toEqual(['credit']);
    expect(hasBetter(panel.store.getState())).toBe(false);
  });
});

describe('the hand at the cards', () => {
  let now = 0;
  beforeEach(() => {
    now = 10_000;
  });
  afterEach(() => vi.restoreAllMocks());

  it('counts as there for a second after its last move', () => {
    const hand = makeCardHand(() => now);
    expect(hand.isThere()).toBe(false);
    hand.moved();
    now += 900;
    expect(hand.isThere()).toBe(true);
    now += 200;
    expect(hand.isThere()).toBe(false);
  });

  it('is there as long as it is seen, and no longer asked once nobody looks', () => {
    const hand = makeCardHand(() => now);
    const stop = hand.watch(() => true);
    now += 60_000;
    expect(hand.isThere()).toBe(true);
    stop();
    expect(hand.isThere()).toBe(false);
  });
});
