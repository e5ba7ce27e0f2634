import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../lib/domain/suggestion';
import { cueCards, keptBack } from '../../../lib/faces/card-context';
import { panelView } from '../../../lib/faces/panel-view';
import { conversation, customer, suggestion } from './support/samples';
import { settled, setUpPanel } from './support/set-up-panel';

const direct = suggestion('red', 'A red light means no signal.');
const likely = suggestion('outage', 'There is an outage.', { kind: 'understood' });
const related = suggestion('credit', 'You get a credit.', { kind: 'guided' });

async function quietPanel(suggestions: Suggestion[]) {
  const panel = await setUpPanel((brain) => {
    brain.suggestions = suggestions;
    brain.related = [related];
  });
  await panel.show(conversation('c1', [customer('m1', 'The light is red')]));
  panel.store.actions.setQuiet(true);
  await settled();
  return panel;
}

describe('quiet mode', () => {
  it('shows direct answers, keeps the rest back, and shows them when asked for', async () => {
    const { brain, store } = await quietPanel([direct, likely]);
    const ids = () => cueCards(store.getState()).map((card) => card.suggestion.entry.id);
    expect(brain.settings.quiet).toBe(true);
    expect(ids()).toEqual(['red']);
    expect(keptBack(store.getState())).toEqual([likely, related]);
    store.actions.showRelated(true);
    expect(ids()).toEqual(['red', 'outage', 'credit']);
  });

  it('inserts by key only what it shows', async () => {
    const { page, store } = await quietPanel([likely, direct]);
    store.actions.press('insert-2');
    expect(page.inserts()).toEqual([]);
    store.actions.press('insert-1');
    expect(page.inserts()[0]?.text).toBe('A red light means no signal.');
  });

  it('says so when no answer is direct, and nothing else fits the words', async () => {
    const { store } = await quietPanel([likely]);
    expect(panelView(store.getState())).toBe('quiet');
    store.actions.showRelated(true);
    expect(panelView(store.getState())).toBe('cards');
    store.actions.setQuiet(false);
    expect(cueCards(store.getState())).toHaveLength(1);
  });
});
