import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { PanelApp } from '../../../../components/panel/panel-app';
import type { BrainNews } from '../../../../lib/protocol/brain-calls';
import type { FakeBrain } from '../../../unit/faces/support/fake-brain';
import { setUpPanel, type TestPanel } from '../../../unit/faces/support/set-up-panel';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export type RenderedPanel = TestPanel & {
  readonly root: HTMLElement;
  /** The cards on screen, in order. */
  cards(): HTMLElement[];
  /** The button whose words start with these; fails when there is none. */
  button(words: string, within?: HTMLElement): HTMLButtonElement;
  field(label: string): HTMLInputElement | HTMLTextAreaElement;
  click(element: HTMLElement): Promise<void>;
  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void>;
  press(element: HTMLElement, key: string, how?: KeyboardEventInit): Promise<void>;
  /** What the brain tells unasked. */
  tell(news: BrainNews): Promise<void>;
  unmount(): Promise<void>;
};

export async function renderPanel(prepare?: (brain: FakeBrain) => void): Promise<RenderedPanel> {
  const panel = await setUpPanel(prepare);
  const root = document.body.appendChild(document.createElement('div'));
  const react = createRoot(root);
  await act(async () => react.render(<PanelApp store={panel.store} />));

  const find = <Found extends HTMLElement>(all: Iterable<Found>, words: string, what: string) => {
    for (const one of all) {
      const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
      if (name.trim().startsWith(words)) return one;
    }
    throw new Error(`There is no ${what} "${words}" in: ${root.textContent}`);
  };

  return {
    ...panel,
    root,
    show: (conversation) => act(() => panel.show(conversation)),
    cards: () => [...root.querySelectorAll<HTMLElement>('article')],
    button: (words, within = root) => find(within.querySelectorAll('button'), words, 'button'),
    field: (label) =>
      find(
        root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
        label,
        'field',
      ),
    click: (element) => act(async () => element.click()),
    type: (field, text) =>
      act(async () => {
        // React notices a change only when it comes past its own setter on the field.
        const prototype = Object.getPrototypeOf(field);
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    press: (element, key, how = {}) =>
      act(async () => {
        const press = { key, bubbles: true, cancelable: true, ...how };
        element.dispatchEvent(new KeyboardEvent('keydown', press));
      }),
    tell: (news) => act(async () => panel.brain.tell(news)),
    unmount: async () => {
      await act(async () => react.unmount());
      root.remove();
    },
  };
}
