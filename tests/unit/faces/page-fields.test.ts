import { describe, expect, it } from 'vitest';
import { isAskedInPlace, slotSource, slotValuesOf } from '../../../lib/faces/card-context';
import { conversation, customer, suggestion } from './support/samples';
import { cardAt, settled, setUpPanel } from './support/set-up-panel';

const asks = [customer('m1', 'Where is my parcel?')];
const parcel = suggestion('parcel', 'Order {{order}} is on its way to {{region}}.');

async function panelWith(fields: { order?: string; region?: string; channel?: string }) {
  const panel = await setUpPanel((brain) => {
    brain.suggestions = [parcel];
  });
  await panel.show(conversation('c1', asks, { fields }));
  return panel;
}

describe('what the page shows of a conversation', () => {
  it('fills the slots of an answer, and says that it is from the page', async () => {
    const { store, page } = await panelWith({ order: '55812', region: 'Leeds' });
    const card = cardAt(store, 1);
    expect(slotValuesOf(store.getState(), card)).toMatchObject({ order: '55812', region: 'Leeds' });
    expect(slotSource(store.getState(), 'order')).toBe('page');
    store.actions.insert(1);
    expect(page.inserts()[0]?.text).toBe('Order 55812 is on its way to Leeds.');
  });

  it('is asked of the agent where the page does not show it, once for the conversation', async () => {
    const { store, page } = await panelWith({ order: '55812' });
    expect(isAskedInPlace(store.getState(), 'region')).toBe(true);
    store.actions.insert(1);
    expect(page.inserts()).toEqual([]);
    store.actions.fillSlot(cardAt(store, 1), 'region', 'York');
    store.actions.insert(1);
    expect(page.inserts()[0]?.text).toBe('Order 55812 is on its way to York.');
  });

  it('goes with region and channel into every event of this conversation, and with nothing else', async () => {
    const { brain, store } = await panelWith({ order: '55812', region: 'Leeds', channel: 'Mail' });
    store.actions.noteGap();
    await settled();
    expect(brain.events().map(({ event }) => event.kind)).toEqual(['shown', 'gap']);
    for (const event of brain.events()) {
      expect(event).toMatchObject({ region: 'Leeds', channel: 'Mail' });
      expect(JSON.stringify(event)).not.toContain('55812');
    }
  });

  it('chooses the exclusive bases by its channel', async () => {
    const { brain } = await panelWith({ channel: 'Mail' });
    const ranked = brain.calls.find(({ name }) => name === 'cue.rank');
    expect(ranked?.params).toMatchObject({ origin: { channel: 'Mail' } });
  });

  it('chooses them by its labels, too, and ranks anew when those change', async () => {
    const { brain, show } = await setUpPanel(() => {});
    const origins = () =>
      brain.calls
        .filter(({ name }) => name === 'cue.rank')
        .map(({ params }) => (params as { origin?: { labels?: string[] } }).origin?.labels);
    await show(conversation('c1', asks, { labels: ['vip', 'late'] }));
    await show(conversation('c1', asks, { labels: ['vip', 'late'] }));
    expect(origins()).toEqual([['vip', 'late']]);
    await show(conversation('c1', asks, { labels: ['late'] }));
    expect(origins()).toEqual([['vip', 'late'], ['late']]);
  });
});
