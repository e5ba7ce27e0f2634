import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { PanelContext } from '../../../components/panel/panel-context';
import { EraseCustomer } from '../../../components/settings/erase-customer';
import { makeDataDesk } from '../../../lib/faces/data-desk';
import type { FoundConversation } from '../../../lib/protocol/data-calls';
import { setUpPanel } from '../../unit/faces/support/set-up-panel';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const about = (excerpt: string): FoundConversation => ({
  consoleId: 'demo',
  conversationKey: excerpt,
  lastAt: 1,
  events: 1,
  excerpt,
});

it('shows for erasing only what the latest search found, whichever was answered last', async () => {
  const { brain, store } = await setUpPanel();
  const answers = new Map<string, (found: FoundConversation[]) => void>();
  brain.answers['data.find-conversations'] = ({ words }) =>
    new Promise((resolve) => {
      answers.set(words, (conversations) => resolve({ conversations }));
    });
  const sites = { read: async () => [], turnOn: async () => false, turnOff: async () => false };
  const desk = makeDataDesk({ brain, sites: { ...sites, onChange: () => () => {} } });
  const root = document.body.appendChild(document.createElement('div'));
  const react = createRoot(root);
  onTestFinished(async () => {
    await act(async () => react.unmount());
    root.remove();
  });
  await act(async () =>
    react.render(
      <PanelContext value={store}>
        <EraseCustomer desk={desk} />
      </PanelContext>,
    ),
  );
  const search = async (words: string) => {
    const field = root.querySelector<HTMLInputElement>('input[type="search"]');
    await act(async () => {
      // React notices a change only when it comes past its own setter on the field.
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setter?.call(field, words);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    await act(async () => field?.form?.dispatchEvent(submit));
  };
  await search('mina');
  await search('piet');
  await act(async () => answers.get('piet')?.([about('Piet here')]));
  await act(async () => answers.get('mina')?.([about('Mina here')]));
  expect(root.querySelector('ul')?.textContent).toContain('Piet here');
  expect(root.textContent).not.toContain('Mina here');
});
