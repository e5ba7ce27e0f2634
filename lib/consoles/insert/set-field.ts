import type { Step } from './step';

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Sets a field's value as the browser does. Frameworks replace the element's own `value` to see
 * what the page's scripts set, and would take this for one of theirs, so the class's is used.
 */
export const setField: Step = {
  name: 'setter',
  isNative: true,
  run(composer, text) {
    if (composer.kind !== 'field') return false;
    const { element } = composer;
    const from = element.selectionStart ?? element.value.length;
    const to = element.selectionEnd ?? element.value.length;
    const value = element.value.slice(0, from) + text + element.value.slice(to);
    if (element.maxLength >= 0 && value.length > element.maxLength) return false;
    setNatively(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    tellChange(element);
    const caret = from + text.length;
    if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
    return true;
  },
};

function setNatively(element: Field, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
  if (own?.set) own.set.call(element, value);
  else element.value = value;
}

/** Forms that take over a value only when the field is left listen to `change`. */
export function tellChange(element: Field): void {
  element.dispatchEvent(new Event('change', { bubbles: true }));
}
