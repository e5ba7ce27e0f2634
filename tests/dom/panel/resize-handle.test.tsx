import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../lib/protocol/brain-calls';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel;
let handle: HTMLElement;

/** Docks the panel on this side, 500 px wide, with its handle at hand. */
async function dock(side: Place['side']) {
  panel = await renderPanel((brain) => {
    brain.settings = { ...brain.settings, welcomed: true, side, widthPx: 500 };
  });
  const found = panel.root.querySelector<HTMLElement>('[role="separator"]');
  if (found === null) throw new Error('There is no handle');
  handle = found;
}
beforeEach(() => dock('right'));
afterEach(() => panel.unmount());

/** A pointer's event, by its place on the screen; the place in the frame tells nothing. */
const point = (type: string, screenX = 0, how: PointerEventInit = {}) =>
  act(async () => {
    const event = new PointerEvent(type, { bubbles: true, pointerId: 1, screenX, ...how });
    handle.dispatchEvent(event);
    await new Promise(requestAnimationFrame);
  });

const nextFrame = () =>
  act(async () => {
    await new Promise(requestAnimationFrame);
  });
/** The widths that the page was told, one after the other. */
const told = () =>
  panel.page.sent.flatMap((message) => (message.type === 'panel.place' ? [message.widthPx] : []));
const kept = () => handle.getAttribute('aria-valuenow');

describe('the handle at the panel’s inner edge', () => {
  it('makes a panel on the right narrower when it is dragged to the right', async () => {
    await point('pointerdown', 780);
    await point('pointermove', 830);
    await point('pointermove', 880);
    expect(told().slice(-2)).toEqual([450, 400]);
    // Kept only once it is let go.
    expect(kept()).toBe('500');
    await point('pointerup', 880);
    expect(kept()).toBe('400');
    expect(told().at(-1)).toBe(400);
  });

  it('makes a panel on the left narrower when it is dragged to the left', async () => {
    await panel.unmount();
    await dock('left');
    await point('pointerdown', 500);
    await point('pointermove', 390);
    await point('pointerup', 390);
    expect(kept()).toBe('390');
  });

  it('goes no further than a panel may be wide or narrow', async () => {
    await point('pointerdown', 780);
    await point('pointermove', 80);
    expect(told().at(-1)).toBe(640);
    await point('pointermove', 1200);
    await point('pointerup', 1200);
    expect(kept()).toBe('320');
  });

  it('goes back where it was when the drag is given up with Esc', async () => {
    await point('pointerdown', 780);
    await point('pointermove', 840);
    expect(told().at(-1)).toBe(440);
    await panel.press(handle, 'Escape');
    expect(told().at(-1)).toBe(500);
    await point('pointermove', 900);
    await point('pointerup', 900);
    await nextFrame();
    expect(told().at(-1)).toBe(500);
    expect(kept()).toBe('500');
  });

  it('goes back where it was when the pointer is taken away', async () => {
    await point('pointerdown', 780);
    await point('pointermove', 840);
    await point('lostpointercapture');
    expect(told().at(-1)).toBe(500);
    expect(kept()).toBe('500');
  });

  it('tells the page one width a frame, however often the pointer moves', async () => {
    const before = told().length;
    await point('pointerdown', 780);
    await act(async () => {
      for (let screenX = 781; screenX <= 820; screenX++)
        handle.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, screenX }));
      await new Promise(requestAnimationFrame);
    });
    await nextFrame();
    expect(told().slice(before)).toEqual([460]);
    await point('pointerup', 820);
  });

  it('is moved by the main button alone, and not by a pointer that passes', async () => {
    await point('pointermove', 100);
    await point('pointerdown', 780, { button: 2 });
    await point('pointermove', 840);
    await point('pointerup', 840);
    expect(kept()).toBe('500');
  });
});
