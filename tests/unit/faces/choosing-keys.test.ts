import { describe, expect, it } from 'vitest';
import { chosenBindings } from '../../../lib/faces/chosen-bindings';
import { keyWarning } from '../../../lib/faces/key-warning';
import type { Platform } from '../../../lib/faces/platform';
import { recordedKey } from '../../../lib/faces/recorded-key';
import type { Chord } from '../../../lib/protocol/console-messages';
import { settled, setUpPanel } from './support/set-up-panel';

function chord(code: string, modifiers = ''): Chord {
  const has = (one: string) => modifiers.split('+').includes(one);
  return { code, alt: has('alt'), ctrl: has('ctrl'), meta: has('meta'), shift: has('shift') };
}

describe('a key of one’s own', () => {
  it('is listened to at once, here and in the other panels, and kept', async () => {
    const { brain, page, store } = await setUpPanel();
    const key = chord('KeyJ', 'alt');
    store.actions.setKey('insert-1', key);
    await settled();
    expect(brain.settings.keys).toEqual({ 'insert-1': key });
    expect(page.sent.at(-1)).toMatchObject({ type: 'keys.listen' });
    expect(store.getState().bindings).toContainEqual({ action: 'insert-1', ...key });

    const other = await setUpPanel();
    other.brain.tell({ news: 'settings.changed', settings: brain.settings });
    const message = other.page.sent.at(-1);
    if (message?.type !== 'keys.listen') throw new Error('The page was told no keys');
    expect(message.bindings).toContainEqual({ action: 'insert-1', ...key });
  });

  it('is sent no second time when something else changes', async () => {
    const { brain, page } = await setUpPanel();
    const sent = page.sent.length;
    brain.tell({ news: 'settings.changed', settings: { ...brain.settings, keys: {} } });
    expect(page.sent).toHaveLength(sent);
  });

  it('is there from the start the next time, and gone after a reset', async () => {
    const key = chord('KeyJ', 'ctrl+alt');
    const { page, store } = await setUpPanel((brain) => {
      brain.settings = { ...brain.settings, keys: { find: key } };
    });
    expect(store.getState().bindings).toContainEqual({ action: 'find', ...key });
    store.actions.resetKeys();
    expect(store.getState().bindings).toEqual(chosenBindings('windows', {}));
    expect(page.sent.at(-1)).toMatchObject({ type: 'keys.listen' });
  });
});

describe('a warning', () => {
  const warningFor = (key: Chord, platform: Platform) => {
    const bindings = chosenBindings(platform, { find: key });
    const binding = bindings.find(({ action }) => action === 'find');
    if (binding === undefined) throw new Error('There is no key for Find');
    return keyWarning(binding, bindings, platform);
  };

  it('names the other action on the same key, on both of them', () => {
    const bindings = chosenBindings('windows', { find: chord('Digit1', 'alt') });
    const warnings = bindings.map((one) => keyWarning(one, bindings, 'windows'));
    expect(warnings[0]).toEqual({ kind: 'shared', with: 'find' });
    expect(warnings[6]).toEqual({ kind: 'shared', with: 'insert-1' });
    expect(warnings.filter((warning) => warning !== undefined)).toHaveLength(2);
  });

  it.each([
    ['linux', 'Digit7', 'alt'],
    ['linux', 'Digit7', 'ctrl'],
    ['windows', 'Digit7', 'ctrl'],
    ['windows', 'KeyT', 'ctrl'],
    ['windows', 'KeyT', 'ctrl+shift'],
    ['windows', 'KeyW', 'ctrl'],
    ['linux', 'KeyN', 'ctrl'],
    ['windows', 'Tab', 'ctrl'],
    ['mac', 'Tab', 'ctrl'],
    ['windows', 'F4', 'alt'],
    ['windows', 'KeyC', 'ctrl'],
    ['windows', 'KeyE', 'meta'],
    ['mac', 'Digit7', 'meta'],
    ['mac', 'KeyW', 'meta'],
  ] as const)('tells that on %s %s with %s is the browser’s', (platform, code, modifiers) => {
    expect(warningFor(chord(code, modifiers), platform)).toEqual({ kind: 'taken' });
  });

  it.each([
    ['windows', 'Digit7', 'alt'],
    ['linux', 'Digit7', 'ctrl+alt'],
    ['mac', 'Digit7', 'ctrl'],
    ['mac', 'KeyJ', 'alt'],
    ['windows', 'KeyJ', 'alt'],
  ] as const)('is not given on %s for %s with %s', (platform, code, modifiers) => {
    expect(warningFor(chord(code, modifiers), platform)).toBeUndefined();
  });

  it.each(['mac', 'windows', 'linux'] as const)(
    'is not given for the keys as they come on %s',
    (platform) => {
      const bindings = chosenBindings(platform, {});
      expect(bindings.map((one) => keyWarning(one, bindings, platform)).filter(Boolean)).toEqual(
        [],
      );
    },
  );
});

describe('recording a key', () => {
  const press = {
    key: 'j',
    code: 'KeyJ',
    altKey: true,
    ctrlKey: false,
    metaKey: false,
    shiftKey: true,
    isComposing: false,
    keyCode: 74,
  };

  it('takes the key by its place, with its modifiers', () => {
    expect(recordedKey(press)).toEqual({ kind: 'chord', chord: chord('KeyJ', 'alt+shift') });
  });

  it.each([
    ['not-yet', { key: 'Alt', code: 'AltLeft' }],
    ['not-yet', { key: 'Shift', code: 'ShiftLeft' }],
    ['not-yet', { isComposing: true }],
    ['not-yet', { keyCode: 229 }],
    ['needs-modifier', { altKey: false }],
    ['cancelled', { key: 'Escape', code: 'Escape', altKey: false }],
    ['cancelled', { key: 'Tab', code: 'Tab', altKey: false }],
  ] as const)('is %s after %o', (kind, part) => {
    expect(recordedKey({ ...press, ...part })).toEqual({ kind });
  });
});
