import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mustFindRecipe, mustQuery, sampleRow, showPage, showSampleConsole } from './page';
import { startWatching } from './watching';

let started: ReturnType<typeof startWatching>[] = [];
const sample = mustFindRecipe('sample-console');

function watch(recipe = sample) {
  const watching = startWatching(recipe);
  started.push(watching);
  return watching;
}

/** What a browser does when a page changes its hash. */
function goTo(hash: string) {
  window.location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
}

const chatwootPage = (id: string, text: string) =>
  `<body><div class="conversation-panel"><div data-message-id="${id}">
    <div class="left-bubble"><div class="prose">${text}</div></div></div></div></body>`;

beforeEach(() => {
  vi.useFakeTimers();
  window.location.hash = '';
});
afterEach(() => {
  for (const { abort } of started) abort();
  started = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('reads the visible conversation and leaves a hidden second one alone', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Where is my parcel?' }]);
  const { after, emitted, states } = watch();
  await after();
  expect(states).toEqual(['reading']);
  expect(emitted).toEqual([
    {
      key: 'c-maria',
      consoleId: 'sample-console',
      host: window.location.host,
      customerName: 'Maria',
      agentName: 'Ana',
      fields: {},
      messages: [{ id: '1', role: 'customer', kind: 'text', text: 'Where is my parcel?' }],
      composer: 'ready',
      hasDraft: false,
    },
  ]);
});

test('tells of a new message within ten milliseconds of a quiet page', async () => {
  const list = showSampleConsole();
  const { after, texts } = watch();
  await after();
  list.append(sampleRow({ id: '1', from: 'customer', text: 'Hello' }));
  await after(10);
  expect(texts()).toEqual(['Hello']);
});

test('says nothing when the page changes in a way that no face would show', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, emitted } = watch();
  await after();
  list.firstElementChild?.classList.add('is-hovered');
  list.append(document.createElement('hr'));
  await after();
  expect(emitted).toHaveLength(1);
});

test('follows when another conversation of the page is shown', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, latest, texts } = watch();
  await after();
  mustQuery('main[data-conversation-id=c-maria]').hidden = true;
  mustQuery('main[data-conversation-id=c-wei]').hidden = false;
  await after(10);
  expect(latest()?.key).toBe('c-wei');
  expect(latest()?.customerName).toBe('Wei');
  expect(texts()).toEqual(['Hidden words']);
});

test('follows when the console replaces its whole list', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, texts } = watch();
  await after();
  const next = list.cloneNode(false) as HTMLElement;
  next.append(sampleRow({ id: '1', from: 'customer', text: 'Hello' }));
  list.replaceWith(next);
  await after();
  next.append(sampleRow({ id: '2', from: 'customer', text: 'Anyone?' }));
  list.append(sampleRow({ id: '3', from: 'customer', text: 'Into the old list' }));
  await after();
  expect(texts()).toEqual(['Hello', 'Anyone?']);
});

test('does not show an empty conversation while the console redraws it', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, emitted } = watch();
  await after();
  const rows = [...list.children];
  list.replaceChildren();
  await after(60);
  list.append(...rows, sampleRow({ id: '2', from: 'customer', text: 'Again' }));
  await after();
  expect(emitted.map((conversation) => conversation?.messages.length)).toEqual([1, 2]);
});

test('gives up a conversation that is gone for good', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, latest, states } = watch();
  await after();
  document.body.replaceChildren();
  await after();
  expect(latest()).toBeNull();
  expect(states).toEqual(['reading', 'searching']);
});

test('finds a list that comes later', async () => {
  showPage('<body></body>');
  const { after, texts, states } = watch();
  await after();
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  await after();
  expect(states).toEqual(['searching', 'reading']);
  expect(texts()).toEqual(['Hello']);
});

test('shows nobody else’s words under the next conversation’s address', async () => {
  window.location.hash = '#/app/accounts/1/conversations/41';
  showPage(chatwootPage('1', 'Maria asks'));
  const { after, emitted } = watch(mustFindRecipe('chatwoot'));
  await after();
  goTo('#/app/accounts/1/conversations/42');
  await after(400);
  showPage(chatwootPage('7', 'Wei asks'));
  await after();
  expect(emitted.map((seen) => seen && `${seen.key}: ${seen.messages[0]?.text}`)).toEqual([
    '41: Maria asks',
    null,
    '42: Wei asks',
  ]);
});

test('when address and messages change together, the next conversation is shown at once', async () => {
  window.location.hash = '#/app/accounts/1/conversations/41';
  showPage(chatwootPage('1', 'Maria asks'));
  const { after, emitted } = watch(mustFindRecipe('chatwoot'));
  await after();
  showPage(chatwootPage('7', 'Wei asks'));
  goTo('#/app/accounts/1/conversations/42');
  await after(20);
  expect(emitted.map((seen) => seen?.key)).toEqual(['41', '42']);
});

test('an address that changes without an event is noticed by the next slow look', async () => {
  window.location.hash = '#/app/accounts/1/conversations/41';
  showPage(chatwootPage('1', 'Maria asks'));
  const { after, latest } = watch(mustFindRecipe('chatwoot'));
  await after(1_000);
  history.pushState(null, '', '#/app/accounts/1/conversations/42');
  await after(1_300);
  expect(latest()).toBeNull();
});

test.each([
  ['the browser’s Back', () => window.dispatchEvent(new Event('popstate'))],
  ['nothing at all, the address being noticed', () => {}],
])('going back to the conversation before is followed, told by %s', async (_, tell) => {
  window.location.hash = '#/app/accounts/1/conversations/41';
  showPage(chatwootPage('1', 'Maria asks'));
  const { after, emitted } = watch(mustFindRecipe('chatwoot'));
  await after();
  showPage(chatwootPage('7', 'Wei asks'));
  history.pushState(null, '', '#/app/accounts/1/conversations/42');
  await after();
  showPage(chatwootPage('1', 'Maria asks'));
  history.replaceState(null, '', '#/app/accounts/1/conversations/41');
  tell();
  await after(1_300);
  const keys = emitted.flatMap((seen) => seen?.key ?? []);
  expect(keys).toEqual(['41', '42', '41']);
});

test('of several open tabs of a console the one in front is read, and what is written in others is not', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, texts, latest, emitted } = watch();
  await after();
  const behind = mustQuery('main[hidden] ol.messages');
  behind.append(sampleRow({ id: 'w2', from: 'customer', text: 'Behind' }));
  await after();
  expect(emitted).toHaveLength(1);
  mustQuery('main:not([hidden])').setAttribute('data-was', 'front');
  mustQuery('main[hidden]').hidden = false;
  mustQuery('[data-was=front]').hidden = true;
  await after();
  expect(texts()).toEqual(['Hidden words', 'Behind']);
  list.append(sampleRow({ id: '2', from: 'customer', text: 'Late' }));
  mustQuery('[data-was=front]').hidden = false;
  mustQuery('main:not([data-was])').hidden = true;
  await after();
  expect(latest()?.key).toBe('c-maria');
  expect(texts()).toEqual(['Hello', 'Late']);
});

test('a pending row and the final one that replaces it are one message', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, emitted } = watch();
  await after();
  const pending = sampleRow({ from: 'agent', text: 'Good day', pending: true });
  list.append(pending);
  await after();
  list.append(sampleRow({ id: '2', from: 'agent', text: 'Good day' }));
  await after();
  pending.remove();
  await after();
  expect(emitted.map((seen) => seen?.messages.map((message) => message.text))).toEqual([
    ['Hello'],
    ['Hello', 'Good day'],
  ]);
});

const line = (id: number) => ({ id: String(id), from: 'customer', text: `Message ${id}` });
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => line(from + at));

/** Draws these rows alone, as lists do that stand in a scroller of 40 px a row. */
function drawWindow(list: HTMLElement, from: number, to: number, last: number) {
  list.style.overflowY = 'auto';
  const place = { scrollHeight: 40 * last, clientHeight: 40 * 5, scrollTop: 40 * (to - 5) };
  for (const [name, value] of Object.entries(place)) {
    Object.defineProperty(list, name, { value, configurable: true });
  }
  list.replaceChildren(...lines(from, to).map(sampleRow));
}

const lastOf = (watching: ReturnType<typeof watch>) => watching.texts()?.at(-1);

test('a list that draws only what is scrolled to keeps its last message while old ones are read', async () => {
  const list = showSampleConsole();
  drawWindow(list, 31, 40, 40);
  const watching = watch();
  await watching.after();
  for (const [from, to] of [
    [29, 38],
    [20, 29],
    [1, 10],
    [3, 12],
  ] as const) {
    drawWindow(list, from, to, 40);
    await watching.after();
  }
  expect(watching.emitted).toHaveLength(1);
  expect(lastOf(watching)).toBe('Message 40');
  drawWindow(list, 33, 42, 42);
  await watching.after();
  expect(lastOf(watching)).toBe('Message 42');
});

test('what came in while old rows were read is told once it is drawn', async () => {
  const list = showSampleConsole();
  drawWindow(list, 31, 40, 40);
  const watching = watch();
  await watching.after();
  drawWindow(list, 10, 19, 43);
  await watching.after();
  drawWindow(list, 32, 41, 43);
  await watching.after();
  expect(lastOf(watching)).toBe('Message 41');
  drawWindow(list, 34, 43, 43);
  await watching.after();
  expect(lastOf(watching)).toBe('Message 43');
});

test('a message that is taken back at the end of the list is gone', async () => {
  const list = showSampleConsole();
  drawWindow(list, 31, 40, 40);
  const watching = watch();
  await watching.after();
  drawWindow(list, 30, 39, 39);
  await watching.after();
  expect(lastOf(watching)).toBe('Message 39');
});

test('a conversation come back to stands where it was scrolled to, and is not taken for an older one', async () => {
  const list = showSampleConsole();
  drawWindow(list, 31, 40, 40);
  const watching = watch();
  await watching.after();
  const [front, behind] = [mustQuery('main:not([hidden])'), mustQuery('main[hidden]')];
  front.hidden = true;
  behind.hidden = false;
  await watching.after();
  expect(lastOf(watching)).toBe('Hidden words');
  drawWindow(list, 1, 10, 40);
  front.hidden = false;
  behind.hidden = true;
  await watching.after();
  expect(lastOf(watching)).toBe('Message 40');
});

test('older messages that are loaded above change nothing of the last ones', async () => {
  const list = showSampleConsole(lines(31, 40));
  const watching = watch();
  await watching.after();
  list.prepend(...lines(1, 30).map(sampleRow));
  await watching.after();
  expect(lastOf(watching)).toBe('Message 40');
});

test('reads a row again when it changes, wherever in it that is', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Helo' }]);
  const { after, latest, texts } = watch();
  await after();
  const words = mustQuery('.message .text').firstChild as Text;
  words.data = 'Hello';
  await after();
  expect(texts()).toEqual(['Hello']);
  list.firstElementChild?.setAttribute('data-from', 'note');
  await after();
  expect(latest()?.messages[0]?.role).toBe('note');
});

test('a reply box that comes late is told', async () => {
  showSampleConsole();
  const box = mustQuery('.reply-box');
  const around = box.parentElement;
  box.remove();
  const { after, latest } = watch();
  await after(2_000);
  expect(latest()).toMatchObject({ composer: 'missing' });
  around?.append(box);
  await after(2_000);
  expect(latest()).toMatchObject({ composer: 'ready' });
});

test('tells of a draft, of note mode and of a reply box that goes', async () => {
  showSampleConsole();
  const { after, latest } = watch();
  await after();
  mustQuery('.ProseMirror p').textContent = 'Dear Maria';
  await after(2_000);
  expect(latest()).toMatchObject({ composer: 'ready', hasDraft: true });
  mustQuery('.reply-box').classList.add('is-note');
  await after(2_000);
  expect(latest()).toMatchObject({ composer: 'note', hasDraft: true });
  mustQuery('.reply-box').remove();
  await after(2_000);
  expect(latest()).toMatchObject({ composer: 'missing', hasDraft: false });
});

test('stops altogether when it is told to', async () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, emitted, abort } = watch();
  await after();
  list.append(sampleRow({ id: '2', from: 'customer', text: 'Anyone?' }));
  abort();
  await after();
  list.append(sampleRow({ id: '3', from: 'customer', text: 'Still there?' }));
  window.dispatchEvent(new Event('hashchange'));
  document.dispatchEvent(new Event('click'));
  await after(5_000);
  expect(emitted).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('does nothing at all when it is aborted before it starts', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const { watchConsole } = await import('../../../lib/consoles/read/watch-console');
  const onConversation = vi.fn();
  const options = { recipe: sample, window, onConversation, onState: onConversation };
  watchConsole({ ...options, signal: AbortSignal.abort() });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(onConversation).not.toHaveBeenCalled();
  expect(observe).not.toHaveBeenCalled();
});

test('a recipe with a broken selector finds nothing and breaks nothing', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const { after, states, emitted } = watch({ ...sample, list: ['main[['] });
  await after();
  expect(states).toEqual(['searching']);
  expect(emitted).toEqual([]);
});

test('a lively conversation is no storm: each question in it is read at once', async () => {
  const list = showSampleConsole();
  const { after, latest } = watch();
  await after();
  let id = 0;
  const say = (from: 'agent' | 'customer') => {
    id++;
    list.append(sampleRow({ id: String(id), from, text: `Message ${id}` }));
  };
  const late: number[] = [];
  for (let round = 1; round <= 100; round++) {
    say('agent');
    await after(60);
    say('agent');
    await after(240);
    say('customer');
    // The page may just have been looked at: then its idle time is waited for, 50 ms at most.
    await after(60);
    if (latest()?.messages.at(-1)?.id !== String(id)) late.push(round);
  }
  expect(late).toEqual([]);
});

test('in a storm of 3,000 rows it reads the tail a few times, not the rows', async () => {
  const list = showSampleConsole();
  const { after, latest } = watch();
  await after();
  const looked = vi.spyOn(Element.prototype, 'matches');
  for (let id = 1; id <= 3_000; id++) {
    list.append(sampleRow({ id: String(id), from: 'customer', text: `Message ${id}` }));
    if (id % 10 === 0) await after(10);
  }
  await after();
  expect(latest()?.messages).toHaveLength(60);
  expect(latest()?.messages.at(-1)?.id).toBe('3000');
  const rowsLookedInto = looked.mock.calls.filter(([selector]) => selector === '.is-pending');
  expect(rowsLookedInto.length).toBeLessThan(900);
});
