import {
  customerBar,
  listPeople,
  make,
  markPerson,
  offer,
  people,
  serverMs,
  writtenIn,
} from './mock.js';

// Shaped like Chatwoot 4: one message panel that is exchanged on a switch, after the address;
// notes told from replies by their colour only; own replies get their id from the server.

const panelPlace = document.querySelector('.panel-place');
const replyBox = document.querySelector('.reply-box');
const editor = replyBox.querySelector('.ProseMirror');
editor.setAttribute('role', 'textbox');
editor.setAttribute('aria-label', 'Reply');
const sent = [];
let shown = '';
let lastId = 1000;
const talks = new Map(
  people.map(({ id, name, history }) => [id, { id, name, lines: history.map(toLine) }]),
);

function toLine([from, text]) {
  lastId += 1;
  return { id: String(lastId), from, text };
}

function bubble({ from, text }) {
  if (from === 'system') return make('div', { 'data-bubble-name': 'activity' }, text);
  const side = from === 'customer' ? 'left-bubble' : 'right-bubble';
  const colour = from === 'note' ? 'bg-n-solid-amber' : '';
  const paragraphs = text.split('\n').map((line) => make('p', {}, line));
  return make(
    'div',
    { class: `text-sm ${side} ${colour}`, 'data-bubble-name': 'text' },
    make('div', { class: 'prose' }, ...paragraphs),
    make('div', { class: 'small' }, '10:24'),
  );
}

function row(line) {
  const sides = { customer: 'justify-start', system: 'justify-center' };
  return make(
    'div',
    {
      class: `flex ${sides[line.from] ?? 'justify-end'}`,
      id: `message${line.id}`,
      'data-message-id': line.id,
    },
    bubble(line),
  );
}

function panel() {
  return panelPlace.querySelector('.conversation-panel');
}

function add(line) {
  talks.get(shown).lines.push(line);
  const added = row(line);
  panel()?.append(added);
  added.scrollIntoView({ block: 'end' });
  return added;
}

function render() {
  const talk = talks.get(shown);
  const list = make('div', { class: 'conversation-panel rows' }, ...talk.lines.map(row));
  panelPlace.replaceChildren(list);
  document.querySelector('.customer').textContent = talk.name;
  list.scrollTop = list.scrollHeight;
}

function show(id) {
  if (id === shown || !talks.has(id)) return;
  shown = id;
  editor.replaceChildren();
  markPerson(id);
}

function addressOf(id) {
  return `#/app/accounts/1/conversations/${id}`;
}

function switchTo(id) {
  if (id === shown || !talks.has(id)) return;
  history.pushState(null, '', addressOf(id));
  show(id);
  setTimeout(render, serverMs);
}

function send() {
  const text = writtenIn(editor);
  if (text.trim() === '') return;
  editor.replaceChildren();
  const isNote = replyBox.classList.contains('is-private');
  if (!isNote) sent.push(text);
  const line = { id: `pending-${Date.now()}`, from: isNote ? 'note' : 'agent', text };
  const added = add(line);
  setTimeout(() => {
    lastId += 1;
    line.id = String(lastId);
    added.id = `message${line.id}`;
    added.dataset.messageId = line.id;
  }, serverMs);
}

offer({
  add: (from, text) => void add(toLine([from, text])),
  switchTo,
  composerText: () => writtenIn(editor),
  sent,
});
listPeople(switchTo);
document.querySelector('.talk').append(customerBar(window.mock.customerSays));
document.querySelector('.send').addEventListener('click', send);
document.querySelector('.private').addEventListener('click', (event) => {
  const isPrivate = replyBox.classList.toggle('is-private');
  event.target.setAttribute('aria-pressed', String(isPrivate));
});
window.addEventListener('popstate', () => {
  show(location.hash.match(/\d+$/)?.[0] ?? people[0].id);
  render();
});

const wanted = location.hash.match(/conversations\/(\d+)$/)?.[1];
const first = talks.has(wanted) ? wanted : people[0].id;
history.replaceState(null, '', addressOf(first));
show(first);
render();
