import {
  customerBar,
  listPeople,
  make,
  markPerson,
  offer,
  people,
  serverMs,
  withBreaks,
  writtenIn,
} from './mock.js';

// Shaped like Live Helper Chat: every open chat stays in the page, all but one hidden; an own
// message is first a row without id, which goes when the stored one comes.

const tabs = document.querySelector('.tab-content');
const chats = new Map();
const sent = [];
let shown = '';
let lastId = 6000;

const classes = {
  customer: 'response',
  agent: 'message-admin',
  system: 'system-response',
  note: 'message-admin whisper-msg',
};

function row(chat, from, text) {
  lastId += 1;
  const title = { customer: chat.name, agent: 'Ana', note: 'Ana (whisper)' }[from];
  const titleClass = from === 'customer' ? 'usr-tit vis-tit' : 'usr-tit op-tit';
  return make(
    'div',
    { class: `message-row ${classes[from]}`, id: `msg-${lastId}` },
    make('div', { class: 'msg-date' }, '10:24:07'),
    make(
      'span',
      { class: titleClass },
      // The icon is a word that its font draws as a picture.
      make('i', { class: 'material-icons' }, 'face'),
      title ?? 'System',
    ),
    make('div', { class: 'msg-body' }, ...withBreaks(text)),
  );
}

function add(from, text) {
  const chat = chats.get(shown);
  const added = row(chat, from, text);
  chat.block.append(added);
  added.scrollIntoView({ block: 'end' });
}

// The two kinds of reply box that its versions have.
function editorFor(id, isRich) {
  if (!isRich) return make('textarea', { id: `CSChatMessage-${id}`, class: 'editor', rows: '3' });
  const editable = make('div', { class: 'editor', contenteditable: 'true', role: 'textbox' });
  return make('div', { id: `CSChatMessage-${id}` }, editable);
}

function openChat({ id, name, history }, at) {
  const block = make('div', { class: 'msgBlock rows', id: `messagesBlock-${id}` });
  const editor = editorFor(id, at === 0);
  const sendButton = make('button', { type: 'button', class: 'primary send' }, 'Send');
  sendButton.addEventListener('click', send);
  const pane = make(
    'section',
    { class: 'talk off', id: `chat-id-${id}` },
    make('h2', {}, name),
    block,
    make('div', {}, editor, make('div', { class: 'actions' }, sendButton)),
    customerBar((text) => add('customer', text)),
  );
  const chat = { id, name, block, pane, editor };
  block.append(...history.map(([from, text]) => row(chat, from, text)));
  tabs.append(pane);
  chats.set(id, chat);
}

function switchTo(id) {
  const chat = chats.get(id);
  if (chat === undefined || id === shown) return;
  chats.get(shown)?.pane.classList.add('off');
  shown = id;
  chat.pane.classList.remove('off');
  chat.block.scrollTop = chat.block.scrollHeight;
  markPerson(id);
  history.replaceState(null, '', `#/chat-id-${id}`);
}

function box() {
  const { editor } = chats.get(shown);
  return editor.querySelector('[contenteditable]') ?? editor;
}

function composerText() {
  return writtenIn(box());
}

function send() {
  const text = composerText();
  if (text.trim() === '') return;
  const editor = box();
  if ('value' in editor) editor.value = '';
  else editor.replaceChildren();
  sent.push(text);
  const chat = chats.get(shown);
  const pending = make(
    'div',
    { class: 'message-row response pending-storage' },
    make('div', { class: 'msg-body' }, ...withBreaks(text)),
  );
  chat.block.append(pending);
  setTimeout(() => {
    pending.remove();
    chat.block.append(row(chat, 'agent', text));
  }, serverMs);
}

people.forEach(openChat);
listPeople(switchTo);
switchTo(location.hash.match(/chat-id-(\d+)$/)?.[1] ?? people[0].id);
if (shown === '') switchTo(people[0].id);

offer({ add, switchTo, composerText, sent });
