import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../lib/protocol/brain-calls';
import { conversation, customer, suggestion } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;
const render: typeof renderPanel = async (prepare) => {
  panel = await renderPanel(prepare);
  return panel;
};
afterEach(async () => {
  await panel?.unmount();
  panel = undefined;
});

const altJ = { code: 'KeyJ', altKey: true };

describe('the panel’s menu', () => {
  it('moves and widens the panel by clicks alone', async () => {
    const { button, click, page, root } = await render();
    const [left] = root.querySelectorAll<HTMLInputElement>('input[name$="-side"]');
    if (left === undefined) throw new Error('There is no choice of the side');
    await click(left);
    expect(root.querySelector('main')?.dataset.side).toBe('left');
    await click(button('Wider'));
    expect(page.sent.at(-1)).toMatchObject({ type: 'panel.place', side: 'left', widthPx: 412 });
    await click(button('Narrower'));
    await click(button('Narrower'));
    await click(button('Narrower'));
    expect(page.sent.at(-1)).toMatchObject({ widthPx: 320 });
  });

  it('has a handle that the arrow keys move outwards and inwards', async () => {
    const { page, press, root } = await render();
    const handle = root.querySelector<HTMLElement>('[role="separator"]');
    if (handle === null) throw new Error('There is no handle');
    await press(handle, 'ArrowLeft');
    expect(page.sent.at(-1)).toMatchObject({ widthPx: 388 });
    expect(handle.getAttribute('aria-valuenow')).toBe('388');
    await press(handle, 'ArrowRight');
    expect(page.sent.at(-1)).toMatchObject({ widthPx: 372 });
    await press(handle, 'End');
    expect(page.sent.at(-1)).toMatchObject({ widthPx: 640 });
  });

  it('switches quiet mode on and off, and the panel says in words that it is on', async () => {
    const { button, cards, click, root, show } = await render((brain) => {
      brain.suggestions = [
        suggestion('red', 'No signal.'),
        suggestion('fee', 'No fee.', { kind: 'understood' }),
      ];
    });
    await show(conversation('c1', [customer('m1', 'The light is red')]));
    expect(cards()).toHaveLength(2);
    const box = root.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (box === null) throw new Error('There is no quiet mode');
    await click(box);
    expect(cards()).toHaveLength(1);
    expect(root.textContent).toContain('Quiet mode: direct answers only.');
    await click(button('Show related (1)'));
    expect(cards()).toHaveLength(2);
    await click(button('Turn off'));
    expect(root.textContent).not.toContain('Quiet mode: direct answers only.');
  });

  it('takes the next key pressed as an action’s new key', async () => {
    const { brain, button, click, page, press, root } = await render();
    const key = button('Alt+1: Insert card 1');
    await click(key);
    expect(key.textContent).toContain('Press a key…');
    await press(key, 'Alt', { code: 'AltLeft', altKey: true });
    await press(key, 'j', { code: 'KeyJ' });
    expect(root.textContent).toContain('Hold Alt, Ctrl or ⌘ with it.');
    await press(key, 'j', altJ);
    expect(key.textContent).toContain('Alt+J');
    expect(brain.settings.keys['insert-1']).toMatchObject({ code: 'KeyJ', alt: true });
    expect(page.sent.at(-1)?.type).toBe('keys.listen');
    expect(page.inserts()).toEqual([]);
  });

  it('warns of two actions on one key, and brings the usual keys back', async () => {
    const { button, click, press, root } = await render();
    const key = button('Alt+9: Ask for a moment');
    await click(key);
    await press(key, '/', { code: 'Slash', altKey: true });
    expect(root.textContent).toContain('Also: Find. Only one of them will work.');
    expect(root.textContent).toContain('Also: Ask for a moment. Only one of them will work.');
    await click(button('Use the usual keys again'));
    expect(root.textContent).not.toContain('Only one of them will work.');
  });

  it('stops recording on Esc without changing the key or leaving the menu', async () => {
    const { brain, button, click, page, press } = await render();
    const key = button('Alt+1: Insert card 1');
    await click(key);
    const sent = page.sent.length;
    await press(key, 'Escape', { code: 'Escape' });
    expect(key.textContent).toContain('Alt+1');
    expect(brain.settings.keys).toEqual({});
    expect(page.sent).toHaveLength(sent);
  });
});

describe('the first use', () => {
  const isNew = (brain: RenderedPanel['brain']) => {
    brain.settings = { ...brain.settings, welcomed: false };
  };

  it('shows three short cards, once', async () => {
    const { brain, button, click, root } = await render(isNew);
    expect(root.textContent).toContain('1 of 3');
    await click(button('Next'));
    expect(root.textContent).toContain('Insert never sends');
    await click(button('Next'));
    await click(button('Got it'));
    expect(root.querySelector('[aria-label="First steps"]')).toBeNull();
    expect(brain.settings.welcomed).toBe(true);
  });

  /** Above the buttons that a person aims at on the first day. */
  const start = 'No answers yet';
  const steps = ({ root }: RenderedPanel) => root.querySelector('[aria-label="First steps"]');

  it('comes with the buttons below it, which nothing moves once they are there', async () => {
    const settings = Promise.withResolvers<Settings>();
    const fresh = await render((brain) => {
      brain.bases = [];
      brain.answers['settings.read'] = () => settings.promise;
    });
    await fresh.tell({ news: 'knowledge.changed', bases: [] });
    expect(fresh.root.textContent).not.toContain(start);
    await act(async () => settings.resolve({ ...fresh.brain.settings, welcomed: false }));
    expect(fresh.root.textContent).toContain(start);
    expect(steps(fresh)).not.toBeNull();
  });

  it('stays while a brain that has ended is followed by another', async () => {
    const fresh = await render((brain) => {
      isNew(brain);
      brain.bases = [];
    });
    await fresh.click(fresh.button('Next'));
    fresh.brain.answers['knowledge.summary'] = () => new Promise(() => {});
    await act(async () => void fresh.store.actions.connect());
    expect(fresh.root.textContent).toContain(start);
    expect(steps(fresh)?.textContent).toContain('2 of 3');
  });

  it('can be skipped', async () => {
    const { brain, button, click, root } = await render(isNew);
    await click(button('Skip'));
    expect(root.querySelector('[aria-label="First steps"]')).toBeNull();
    expect(brain.settings.welcomed).toBe(true);
  });
});
