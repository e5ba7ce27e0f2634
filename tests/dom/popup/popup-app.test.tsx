import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { PopupApp } from '../../../components/popup/popup-app';
import { must } from '../../../lib/base/must';
import type { SiteList } from '../../../lib/domain/site-switch';
import { defaultSettings } from '../../../lib/protocol/brain-calls';
import { noPolicy } from '../../../lib/protocol/policy';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('offers the consoles that the organisation has set, until they are on', async () => {
  const on: { pattern: string; host: string }[] = [];
  const listeners = new Set<() => void>();
  let isAllowed = false;
  const sites: SiteList = {
    read: async () => [...on],
    turnOff: async () => false,
    async turnOn(pattern) {
      if (isAllowed) on.push({ pattern, host: new URL(pattern).host });
      for (const listener of listeners) listener();
      return isAllowed;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const consoles = ['https://front.example/*', 'https://desk.example/*', 'https://mail.example/*'];
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(() => act(async () => root.unmount()));
  await act(async () =>
    root.render(
      <PopupApp
        site={{ host: 'front.example', isOn: false, turn: async () => false }}
        settings={{ ...defaultSettings, language: 'en' }}
        sites={sites}
        readPolicy={async () => ({ ...noPolicy, consoles })}
        openSidePanel={undefined}
        onClose={() => {}}
      />,
    ),
  );
  const offered = () =>
    [...place.querySelectorAll('section button')].map((one) => one.getAttribute('aria-label'));
  // That of the site in front has its button already.
  expect(offered()).toEqual(['Turn on: desk.example', 'Turn on: mail.example']);
  const click = () =>
    act(async () => must(place.querySelector<HTMLElement>('section button'), 'a button').click());
  await click();
  expect(place.querySelector('[role=status]')?.textContent).toMatch(/did not allow it/);
  isAllowed = true;
  await click();
  expect(offered()).toEqual(['Turn on: mail.example']);
  await click();
  expect(place.querySelector('section')).toBeNull();
});
