import {
  asLines,
  customerBar,
  listPeople,
  make,
  markPerson,
  offer,
  people,
  writtenIn,
} from './mock.js';

// Shaped like FreeScout: a page per ticket, newest message first, drafts among the messages, and
// no reply box until Reply is pressed.

const main = document.querySelector('#conv-layout-main');
const blockPlace = document.querySelector('.block-place');
const sent = [];
let lastId = 300;

const wanted = new URLSearchParams(location.search).get('conversation');
const person = people.find(({ id }) => id === wanted) ?? people[0];
document.body.setAttribute('data-conversation_id', person.id);
document.querySelector('.customer-name').textContent = person.name;

const types = { customer: 'customer', agent: 'message', note: 'note', draft: 'draft' };

function thread(from, text) {
  lastId += 1;
  const attributes = { id: `thread-${lastId}`, 'data-thread_id': String(lastId) };
  if (from === 'system') {
    return make(
      'div',
      { ...attributes, class: 'thread thread-type-lineitem' },
      make('div', { class: 'thread-message' }, make('div', { class: 'thread-title' }, text)),
    );
  }
  const who = from === 'customer' ? person.name : 'Ana';
  return make(
    'div',
    { ...attributes, class: `thread thread-type-${types[from]}` },
    make(
      'div',
      { class: 'thread-message' },
      make(
        'div',
        { class: 'thread-header' },
        make('div', { class: 'thread-person' }, from === 'draft' ? `${who} [Draft]` : who),
      ),
      make(
        'div',
        { class: 'thread-body' },
        make('div', { class: 'thread-content' }, ...asLines(text)),
      ),
    ),
  );
}

function add(from, text) {
  main.prepend(thread(from, text));
}

function composer() {
  return blockPlace.querySelector('.note-editable');
}

function openBlock(isNote) {
  const field = make('div', {
    class: 'note-editable editor',
    contenteditable: 'true',
    role: 'textbox',
  });
  const sendButton = make(
    'button',
    { type: 'button', class: 'primary send' },
    isNote ? 'Add note' : 'Send',
  );
  sendButton.addEventListener('click', () => {
    const text = composerText();
    if (text.trim() === '') return;
    blockPlace.replaceChildren();
    if (!isNote) sent.push(text);
    add(isNote ? 'note' : 'agent', text);
  });
  blockPlace.replaceChildren(
    make(
      'div',
      { class: `conv-block conv-reply-block${isNote ? ' conv-note-block' : ''}` },
      make('div', { class: 'note-editor' }, field),
      make('div', { class: 'actions' }, sendButton),
    ),
  );
  field.focus();
}

function composerText() {
  return composer() === null ? '' : writtenIn(composer());
}

function switchTo(id) {
  location.search = `?conversation=${id}`;
}

listPeople(switchTo);
markPerson(person.id);
for (const [from, text] of person.history) add(from, text);
add('draft', 'Dear customer, (not finished)');

document.querySelector('.conv-reply').addEventListener('click', () => openBlock(false));
document.querySelector('.conv-add-note').addEventListener('click', () => openBlock(true));

offer({ add, switchTo, composerText, sent });
document.querySelector('#conv-layout').append(customerBar(window.mock.customerSays));
