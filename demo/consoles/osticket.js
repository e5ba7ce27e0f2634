import {
  customerBar,
  listPeople,
  make,
  markPerson,
  offer,
  people,
  withBreaks,
  writtenIn,
} from './mock.js';

// Shaped like osTicket: a page per ticket; the agent has chosen to see the newest entry first; the
// answer and the note to staff are two forms, one of them hidden.

const items = document.querySelector('#thread-items');
const options = document.querySelector('#response_options');
const sent = [];
let lastId = 20;

const query = new URLSearchParams(location.search);
const person = people.find(({ id }) => id === query.get('id')) ?? people[0];
query.set('id', person.id);
history.replaceState(null, '', `?${query}`);

const types = { customer: 'message', agent: 'response', note: 'note' };

function entry(from, text) {
  lastId += 1;
  if (from === 'system') {
    return make('div', { class: 'thread-event' }, make('span', { class: 'description' }, text));
  }
  const written = new Date(Date.UTC(2026, 10, 20, 9, lastId)).toISOString();
  const time = make('time', { datetime: written }, written.slice(11, 16));
  const anchor = make('a', { name: `entry-${lastId}`, href: `#entry-${lastId}` }, time);
  const who = make('b', {}, from === 'customer' ? person.name : 'Ana');
  return make(
    'div',
    { id: `thread-entry-${lastId}` },
    make(
      'div',
      { class: `thread-entry ${types[from]}` },
      make('div', { class: 'header' }, who, ' wrote at ', anchor),
      make('div', { class: 'thread-body' }, make('div', {}, ...withBreaks(text))),
    ),
  );
}

function add(from, text) {
  items.prepend(entry(from, text));
}

function form(id, from, words) {
  const field = make('div', {
    class: 'redactor-in editor',
    contenteditable: 'true',
    role: 'textbox',
  });
  const button = make('button', { type: 'button', class: 'primary send' }, words);
  button.addEventListener('click', () => {
    const text = writtenIn(field);
    if (text.trim() === '') return;
    field.replaceChildren();
    if (from === 'agent') sent.push(text);
    add(from, text);
  });
  const box = make('div', { class: 'redactor-box' }, field);
  return make('form', { id }, box, make('div', { class: 'actions' }, button));
}

function show(id) {
  for (const shown of options.querySelectorAll('form')) shown.hidden = shown.id !== id;
}

function composerText() {
  return writtenIn(options.querySelector('form:not([hidden]) .redactor-in'));
}

function switchTo(id) {
  location.search = `?id=${id}`;
}

const name = make('span', { id: `user-${person.id}-name` }, person.name);
document.querySelector('.ticket_info').append(make('h2', {}, name));
listPeople(switchTo);
markPerson(person.id);
options.append(form('reply', 'agent', 'Post Reply now'), form('note', 'note', 'Post Note now'));
show('reply');
for (const tab of document.querySelectorAll('#response-tabs button')) {
  tab.addEventListener('click', () => show(tab.dataset.form));
}
for (const [from, text] of person.history) add(from, text);

offer({ add, switchTo, composerText, sent });
document.querySelector('.talk').append(customerBar(window.mock.customerSays));
