/** Makes an element; undefined attributes are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** How long the pretended server takes to take in a reply or to hand out a conversation. */
export const serverMs = 150;

export const people = [
  {
    id: '41',
    name: 'Maria Lopez',
    history: [
      ['customer', 'Hi, the light on my router is red since this morning.'],
      ['system', 'Ana took the conversation'],
      ['agent', 'Hello Maria, I am sorry about that. Let me look.'],
      ['note', 'Known fault in her street, see ticket 118.'],
      ['customer', 'Thanks. How long will it take?'],
    ],
  },
  {
    id: '42',
    name: 'Wei Chen',
    history: [
      ['customer', 'Can I move my contract to a new address?'],
      ['agent', 'Yes, you can. When do you move?'],
      ['customer', 'On the first of next month.'],
    ],
  },
];

/** What is on the page for a person to press, over the console itself. */
export function customerBar(customerSays) {
  const field = make('input', { type: 'text', 'aria-label': 'Write as the customer' });
  field.placeholder = 'Write as the customer and press Enter';
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || field.value.trim() === '') return;
    customerSays(field.value);
    field.value = '';
  });
  return make('div', { class: 'customer-bar' }, field);
}

/** What stands in a reply box, lines as they are shown. */
export function writtenIn(editor) {
  if ('value' in editor) return editor.value;

  return editor.innerText.replace(/\n$/, '');
}

/** A text's lines, each in an element of its own, as some editors keep them. */
export const asLines = (text) =>
  text.split('\n').map((line) => make('div', {}, line || make('br')));

/** The same with line breaks in between. */
export const withBreaks = (text) =>
  text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [make('br'), line]));

/** A button for each person, that leads to their conversation. */
export function listPeople(switchTo) {
  for (const { id, name } of people) {
    const button = make('button', { type: 'button', 'data-id': id }, name);
    button.addEventListener('click', () => switchTo(id));
    document.querySelector('.people').append(button);
  }
}

export function markPerson(id) {
  for (const button of document.querySelectorAll('.people button')) {
    button.setAttribute('aria-current', String(button.dataset.id === id));
  }
}

/** What a console offers for driving it. */
export function offer({ add, switchTo, composerText, sent }) {
  const says = (from) => (text) => add(from, text);
  window.mock = {
    customerSays: says('customer'),
    agentSays: says('agent'),
    note: says('note'),
    system: says('system'),
    switchTo,
    composerText,
    sent,
  };
}
