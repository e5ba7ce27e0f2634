import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { conversation, customer, suggestion } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await panel?.unmount();
});

const red = suggestion('red', 'A red light means no signal.');
const outage = suggestion('outage', 'There is an outage.');

it('“Show” stays where it is while it has the keyboard', async () => {
  panel = await renderPanel((brain) => {
    brain.suggestions = [red, outage];
  });
  const { brain, button, cards, click, show, tell } = panel;
  await show(conversation('c1', [customer('m1', 'The light is red')]));
  const order = () => cards().map(({ dataset }) => dataset.card);
  cards()[0]?.focus();
  brain.suggestions = [outage, red];
  vi.useFakeTimers();
  await tell({ news: 'knowledge.changed', bases: brain.bases });
  await act(() => vi.waitFor(() => button('Show'), 10_000));
  button('Show').focus();
  // Many times as long as it takes to look whether the hand has left.
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(order()).toEqual(['cue:harbour/red', 'cue:harbour/outage']);
  await click(button('Show'));
  expect(order()).toEqual(['cue:harbour/outage', 'cue:harbour/red']);
  expect(document.activeElement).toBe(cards()[0]);
});
