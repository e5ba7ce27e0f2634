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

// Shaped like Zammad: every open ticket stays in the page, all but one hidden; one reply box for
// answers and notes, which a padlock turns from one into the other.

const app = document.querySelector('#app');
const tickets = new Map();
const sent = [];
let shown = '';
let lastId = 700;

const classes = {
  customer: 'customer',
  agent: 'agent',
  system: 'system',
  note: 'agent is-internal',
};

function article(from, text) {
  lastId += 1;
  const content =
    from === 'system'
      ? make('div', { class: 'small task-subline' }, text)
      : make(
          'div',
          { class: 'article-content' },
          make(
            'div',
            { class: 'textBubble' },
            make('div', { class: 'richtext-content' }, ...asLines(text)),
          ),
        );
  const id = { 'data-id': String(lastId), id: `article-${lastId}` };
  return make('div', { class: `ticket-article-item ${classes[from]}`, ...id }, content);
}

function add(from, text) {
  const added = article(from, text);
  tickets.get(shown).list.append(added);
  added.scrollIntoView({ block: 'end' });
}

function openTicket({ id, name, history }) {
  const list = make('div', { class: 'ticket-article rows' });
  const field = make('div', {
    class: 'richtext-content editor',
    contenteditable: 'true',
    role: 'textbox',
    'data-name': 'body',
  });
  const padlock = make('button', { type: 'button' }, 'Public or internal');
  const sendButton = make('button', { type: 'button', class: 'primary send' }, 'Update');
  const actions = make('div', { class: 'actions' }, padlock, sendButton);
  const form = make('form', { class: 'article-add is-public' }, field, actions);
  padlock.addEventListener('click', () => {
    form.classList.toggle('is-internal');
    form.classList.toggle('is-public');
  });
  sendButton.addEventListener('click', send);
  const pane = make(
    'div',
    { class: 'content talk', id: `content_permanent_Ticket-${id}` },
    make('h2', {}, name),
    list,
    form,
    customerBar((text) => add('customer', text)),
  );
  list.append(...history.map(([from, text]) => article(from, text)));
  app.append(pane);
  tickets.set(id, { list, field, form, pane });
}

function switchTo(id) {
  const ticket = tickets.get(id);
  if (ticket === undefined || id === shown) return;
  tickets.get(shown)?.pane.classList.remove('active');
  shown = id;
  ticket.pane.classList.add('active');
  ticket.list.scrollTop = ticket.list.scrollHeight;
  markPerson(id);
  history.replaceState(null, '', `#ticket/zoom/${id}`);
}

function composerText() {
  return writtenIn(tickets.get(shown).field);
}

function send() {
  const text = composerText();
  if (text.trim() === '') return;
  const { field, form } = tickets.get(shown);
  const isNote = form.classList.contains('is-internal');
  field.replaceChildren();
  if (!isNote) sent.push(text);
  add(isNote ? 'note' : 'agent', text);
}

people.forEach(openTicket);
listPeople(switchTo);
switchTo(people[0].id);

offer({ add, switchTo, composerText, sent });
