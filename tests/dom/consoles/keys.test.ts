import { expect, test, vi } from 'vitest';
import { type EarlyWorld, listenForKeys, matchBinding } from '../../../lib/consoles/keys';
import type { KeyBinding } from '../../../lib/protocol/console-messages';

const none = { alt: false, ctrl: false, meta: false, shift: false };
const bindings: readonly KeyBinding[] = [
  { action: 'insert-1', code: 'Digit1', ...none, alt: true },
  { action: 'edit-1', code: 'Digit1', ...none, alt: true, shift: true },
  { action: 'toggle', code: 'Digit0', ...none, ctrl: true, alt: true },
];

function press(code: string, modifiers: KeyboardEventInit = {}, keyCode = 0) {
  const event = new KeyboardEvent('keydown', { code, cancelable: true, ...modifiers });
  Object.defineProperty(event, 'keyCode', { value: keyCode });
  return event;
}

test.each([
  ['Digit1', { altKey: true }, 'insert-1'],
  ['Digit1', { altKey: true, shiftKey: true }, 'edit-1'],
  ['Digit0', { altKey: true, ctrlKey: true }, 'toggle'],
  // What Option+1 types on a Mac; the key's place counts.
  ['Digit1', { altKey: true, key: '¡' }, 'insert-1'],
  ['Digit1', {}, undefined],
  ['Digit1', { altKey: true, ctrlKey: true }, undefined],
  ['Digit1', { altKey: true, metaKey: true }, undefined],
  ['Digit2', { altKey: true }, undefined],
  ['Digit1', { altKey: true, isComposing: true }, undefined],
] as const)('%s with %o does %s', (code, modifiers, action) => {
  expect(matchBinding(press(code, modifiers), bindings)?.action).toBe(action);
});

test('a key that the input method has taken does nothing', () => {
  expect(matchBinding(press('Digit1', { altKey: true }, 229), bindings)).toBeUndefined();
});

test('keys that the page makes up do nothing and go on to the page', () => {
  const abort = new AbortController();
  const onAction = vi.fn();
  const onPageKey = vi.fn();
  window.addEventListener('keydown', onPageKey, { signal: abort.signal });
  listenForKeys({ window, bindings, onAction, signal: abort.signal });
  const madeUp = press('Digit1', { altKey: true });
  window.dispatchEvent(madeUp);
  abort.abort();
  expect(onAction).not.toHaveBeenCalled();
  expect(onPageKey).toHaveBeenCalledOnce();
  expect(madeUp.defaultPrevented).toBe(false);
});

test('a real key is taken from the page until listening is ended', () => {
  const abort = new AbortController();
  const onAction = vi.fn();
  const onPageKey = vi.fn();
  listenForKeys({ window, bindings, onAction, signal: abort.signal });
  window.addEventListener('keydown', onPageKey, { capture: true });
  const real = () => {
    const event = press('Digit1', { altKey: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    window.dispatchEvent(event);
    return event;
  };
  expect(real().defaultPrevented).toBe(true);
  expect(onAction.mock.calls).toEqual([['insert-1']]);
  expect(onPageKey).not.toHaveBeenCalled();

  abort.abort();
  expect(real().defaultPrevented).toBe(false);
  expect(onAction).toHaveBeenCalledOnce();
  expect(onPageKey).toHaveBeenCalledOnce();
  window.removeEventListener('keydown', onPageKey, { capture: true });
});

test('where a script ran before the page’s own, keys are heard there, and no more once listening ends', () => {
  const world = globalThis as EarlyWorld;
  const early = { hearing: new Set<(event: KeyboardEvent) => void>(), listen: vi.fn() };
  world.cuecardEarly = early;
  const abort = new AbortController();
  const onAction = vi.fn();
  listenForKeys({ window, bindings, onAction, signal: abort.signal });
  const event = press('Digit1', { altKey: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  for (const hear of early.hearing) hear(event);
  expect(onAction.mock.calls).toEqual([['insert-1']]);
  window.dispatchEvent(event);
  expect(onAction).toHaveBeenCalledOnce();
  abort.abort();
  expect(early.hearing.size).toBe(0);
  delete world.cuecardEarly;
});
