import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { StudioApp } from '../../../../components/studio/studio-app';
import type { HubLink } from '../../../../lib/sync/hub-link';
import { setUpStudio, type TestStudio } from '../../../unit/faces/support/studio-brain';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type RenderedStudio = TestStudio & {
  readonly root: HTMLElement;
  options(): HTMLElement[];
  /** Its accessible name is these words, or begins with them; fails when there is none. */
  button(words: string): HTMLButtonElement;
  field(label: string): Field;
  click(element: HTMLElement): Promise<void>;
  type(field: Field, text: string): Promise<void>;
  submit(field: Field): Promise<void>;
  press(element: Element, key: string, how?: KeyboardEventInit): Promise<void>;
  paste(element: Element, text: string): Promise<void>;
  /** Lets what was asked of the brain arrive, and what follows from it be painted. */
  settle(): Promise<void>;
  said(): string;
  unmount(): Promise<void>;
};

export async function renderStudio(
  entries: readonly object[] | 'none',
  hubLink?: HubLink,
): Promise<RenderedStudio> {
  const studio = await setUpStudio(entries, hubLink);
  await studio.brain.call('settings.change', { language: 'en' });
  const root = document.body.appendChild(document.createElement('div'));
  const react = createRoot(root);
  const settle = () =>
    act(async () => {
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
    });
  await act(async () => react.render(<StudioApp store={studio.studio} />));
  await settle();

  const nameOf = (element: HTMLElement) => {
    const label = element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
    return (
      element.getAttribute('aria-label') ??
      (element instanceof HTMLButtonElement ? element.textContent : label?.textContent) ??
      ''
    ).trim();
  };
  const find = <Found extends HTMLElement>(all: Iterable<Found>, words: string): Found => {
    const candidates = [...all];
    const found =
      candidates.find((one) => nameOf(one) === words) ??
      candidates.find((one) => nameOf(one).startsWith(words));
    if (found !== undefined) return found;
    throw new Error(`There is no "${words}" in: ${root.textContent}`);
  };
  const then = async (doing: () => void) => {
    await act(async () => doing());
    await settle();
  };
  return {
    ...studio,
    root,
    settle,
    options: () => [...root.querySelectorAll<HTMLElement>('[role="option"]')],
    button: (words) => find(root.querySelectorAll('button'), words),
    field: (label) => find(root.querySelectorAll<Field>('input, textarea, select'), label),
    click: (element) => then(() => element.click()),
    type: (field, text) =>
      then(() => {
        // React notices a change only when it comes past its own setter on the field.
        const prototype = Object.getPrototypeOf(field);
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
        const kind = field instanceof HTMLSelectElement ? 'change' : 'input';
        field.dispatchEvent(new Event(kind, { bubbles: true }));
      }),
    submit: (field) =>
      then(() => {
        field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      }),
    press: (element, key, how = {}) =>
      then(() => {
        const press = { key, bubbles: true, cancelable: true, ...how };
        element.dispatchEvent(new KeyboardEvent('keydown', press));
      }),
    paste: (element, text) =>
      then(() => {
        const event = new Event('paste', { bubbles: true, cancelable: true });
        const clipboardData = { getData: () => text };
        element.dispatchEvent(Object.assign(event, { clipboardData }));
      }),
    said: () => root.querySelector('[role="status"]')?.textContent ?? '',
    unmount: async () => {
      await act(async () => react.unmount());
      studio.studio.actions.stop();
      root.remove();
    },
  };
}
