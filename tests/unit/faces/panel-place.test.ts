import { describe, expect, it, vi } from 'vitest';
import { allowedWidth, keepPlace, placeOf } from '../../../lib/faces/panel-place';
import { defaultSettings } from '../../../lib/protocol/brain-calls';
import { settled, setUpPanel } from './support/set-up-panel';

const left = { side: 'left', widthPx: 480, collapsed: false } as const;

describe('the panel’s place', () => {
  it('is kept for the console it was chosen in, and the others keep theirs', async () => {
    const { brain, page, store } = await setUpPanel();
    store.actions.setSide('left');
    store.actions.setWidth(480);
    await settled();
    expect(brain.settings.places).toEqual({ 'desk.example': left });
    expect(brain.settings.side).toBe('right');
    expect(page.sent.at(-1)).toEqual({ type: 'panel.place', ...left });

    page.say({ type: 'console.state', state: 'reading', host: 'other.example', consoleName: null });
    expect(placeOf(store.getState()).side).toBe('right');
    expect(page.sent.at(-1)).toMatchObject({ type: 'panel.place', side: 'right', widthPx: 372 });
  });

  it('is told to the page as soon as the console is known', async () => {
    const { page } = await setUpPanel((brain) => {
      brain.settings = { ...brain.settings, places: { 'desk.example': left } };
    });
    expect(page.sent.at(-1)).toEqual({ type: 'panel.place', ...left });
  });

  it('is told before the brain has taken in its knowledge, which may take seconds', async () => {
    const { page, store } = await setUpPanel((brain) => {
      brain.settings = { ...brain.settings, theme: 'dark', places: { 'desk.example': left } };
      brain.answers['knowledge.summary'] = () => new Promise<never>(() => {});
    });
    expect(store.getState()).toMatchObject({
      brainState: 'connecting',
      settings: { theme: 'dark' },
    });
    expect(page.sent.at(-1)).toEqual({ type: 'panel.place', ...left });
  });

  it('is the usual one when the brain keeps everybody waiting or fails, so that the panel can say so', async () => {
    const usual = { type: 'panel.place', side: 'right', widthPx: 372 };
    const failing = await setUpPanel((brain) => {
      brain.answers['knowledge.summary'] = () => Promise.reject(new Error('No answer'));
    });
    expect(failing.page.sent.at(-1)).toMatchObject(usual);

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const silent = await setUpPanel((brain) => {
        brain.answers['settings.read'] = () => new Promise<never>(() => {});
      });
      expect(silent.page.sent.map(({ type }) => type)).toEqual(['keys.listen']);
      vi.advanceTimersByTime(1_000);
      expect(silent.page.sent.at(-1)).toMatchObject(usual);
    } finally {
      vi.useRealTimers();
    }
  });

  it('follows a change made in another panel of the same console', async () => {
    const { brain, page, store } = await setUpPanel();
    const places = { 'desk.example': left };
    brain.tell({ news: 'settings.changed', settings: { ...brain.settings, places } });
    expect(page.sent.at(-1)).toEqual({ type: 'panel.place', ...left });
    const sent = page.sent.length;
    brain.tell({
      news: 'settings.changed',
      settings: { ...brain.settings, places: { ...places, 'other.example': left } },
    });
    expect(page.sent).toHaveLength(sent);
    expect(placeOf(store.getState())).toEqual(left);
  });

  it('is shown but not kept while the panel is being dragged', async () => {
    const { brain, page, store } = await setUpPanel();
    store.actions.tryWidth(500.4);
    await settled();
    expect(page.sent.at(-1)).toMatchObject({ type: 'panel.place', widthPx: 500 });
    expect(brain.settings.places).toEqual({});
    expect(placeOf(store.getState()).widthPx).toBe(372);
  });

  it('never leaves 320 to 640 px', () => {
    expect([-5, 320, 401.6, 640, 9000].map(allowedWidth)).toEqual([320, 320, 402, 640, 640]);
  });

  it('is remembered for the hundred consoles that were moved last', () => {
    let { places } = defaultSettings;
    for (let host = 0; host < 130; host++) {
      places = keepPlace(places, `h${host}.example`, left).places ?? {};
    }
    places = keepPlace(places, 'h40.example', left).places ?? {};
    expect(Object.keys(places)).toHaveLength(100);
    expect(Object.keys(places).at(-1)).toBe('h40.example');
    expect(places['h29.example']).toBeUndefined();
  });

  it('is not read from the names that every object has', () => {
    const consoleHost = 'constructor';
    expect(placeOf({ settings: defaultSettings, consoleHost }).widthPx).toBe(372);
  });

  it('changes for all consoles while none is known', () => {
    expect(keepPlace({}, undefined, left)).toEqual(left);
  });
});

describe('a width changed faster than the brain answers', () => {
  it('is not set back by the news of an earlier step', async () => {
    const { brain, page, store } = await setUpPanel();
    const answers: (() => void)[] = [];
    brain.answers['settings.change'] = (change) =>
      new Promise((resolve) => {
        answers.push(() => {
          brain.settings = { ...brain.settings, ...(change as Partial<typeof brain.settings>) };
          brain.tell({ news: 'settings.changed', settings: brain.settings });
          resolve(brain.settings);
        });
      });
    const width = () => placeOf(store.getState()).widthPx;
    const [first, second] = [width() + 16, width() + 32];
    store.actions.setWidth(first);
    store.actions.setWidth(second);
    answers[0]?.();
    await settled();
    expect(width()).toBe(second);
    answers[1]?.();
    await settled();
    expect(width()).toBe(second);
    expect(page.sent.at(-1)).toMatchObject({ type: 'panel.place', widthPx: second });

    brain.tell({ news: 'settings.changed', settings: { ...brain.settings, places: {} } });
    expect(width()).toBe(first - 16);
  });
});
