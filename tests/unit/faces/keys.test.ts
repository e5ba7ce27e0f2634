import { describe, expect, it } from 'vitest';
import { ageText, waitText } from '../../../lib/faces/age-text';
import { defaultBindings } from '../../../lib/faces/default-bindings';
import { actionLabel, commandLabel } from '../../../lib/faces/key-label';
import { platformOf } from '../../../lib/faces/platform';
import { pressedAction } from '../../../lib/faces/pressed-action';
import { noon } from './support/samples';

describe('key labels', () => {
  it.each([
    ['mac', 'insert-1', '⌥1'],
    ['mac', 'edit-2', '⌥⇧2'],
    ['windows', 'insert-1', 'Alt+1'],
    ['windows', 'edit-2', 'Alt+Shift+2'],
    ['windows', 'find', 'Alt+/'],
    ['linux', 'insert-1', 'Ctrl+Alt+1'],
    ['linux', 'toggle', 'Ctrl+Alt+0'],
  ] as const)('on %s %s is written %s', (platform, action, label) => {
    expect(actionLabel(action, defaultBindings(platform), platform)).toBe(label);
  });

  it('write the platform’s own shortcuts', () => {
    expect(commandLabel('KeyV', 'mac')).toBe('⌘V');
    expect(commandLabel('Enter', 'windows')).toBe('Ctrl+Enter');
  });

  it('follow the browser’s platform', () => {
    expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac');
    expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows');
    expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux');
  });
});

describe('pressedAction', () => {
  const bindings = defaultBindings('windows');
  const altOne = {
    code: 'Digit1',
    altKey: true,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    isTrusted: true,
    repeat: false,
  };

  it('knows a key by its place and exactly its modifiers', () => {
    expect(pressedAction(altOne, bindings)).toBe('insert-1');
    expect(pressedAction({ ...altOne, shiftKey: true }, bindings)).toBe('edit-1');
    expect(pressedAction({ ...altOne, ctrlKey: true }, bindings)).toBeUndefined();
    expect(pressedAction({ ...altOne, altKey: false }, bindings)).toBeUndefined();
  });

  it.each([{ isTrusted: false }, { isComposing: true }, { repeat: true }])(
    'hears nothing in a press with %o',
    (part) => {
      expect(pressedAction({ ...altOne, ...part }, bindings)).toBeUndefined();
    },
  );
});

describe('times in words', () => {
  const day = 24 * 60 * 60 * 1000;

  it.each([
    [0, 'en', 'today'],
    [2, 'en', '2 days ago'],
    [2, 'zh', '前天'],
    [65, 'en', '2 months ago'],
    [800, 'en', '2 years ago'],
    [-3, 'en', 'today'],
  ])('%d days ago in %s is "%s"', (days, language, words) => {
    expect(ageText(noon - days * day, noon, language)).toBe(words);
  });

  it.each([
    [12_400, '0:12'],
    [-5, '0:00'],
    [725_000, '12:05'],
    [3_723_000, '1:02:03'],
  ])('%d ms of waiting are %s', (ms, words) => {
    expect(waitText(ms)).toBe(words);
  });
});
