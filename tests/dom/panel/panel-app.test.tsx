import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ResultOf } from '../../../lib/protocol/brain-calls';
import type { FakeBrain } from '../../unit/faces/support/fake-brain';
import { agent, conversation, customer, suggestion } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

const red = suggestion('red', 'A **red light** means no [signal](https://s.example).', {
  entry: { title: 'Red light' },
  picks: 31,
  reasons: { words: ['light is red'], inMessage: [], inAnswer: [[4, 13]] },
});
const order = suggestion('order', 'Order {{ask:order number}} is on its way, {{customer.name}}.', {
  kind: 'understood',
  entry: { title: 'Where is my order' },
});
const hello = suggestion('hello', 'Hello!', { kind: 'small-talk', entry: { title: 'Greeting' } });
const asking = conversation('c1', [customer('m1', 'The light is red')]);

let panel: RenderedPanel | undefined;
const render = async (prepare?: (brain: FakeBrain) => void) => {
  panel = await renderPanel(prepare);
  return panel;
};
const renderCards = async () => {
  const shown = await render((brain) => {
    brain.suggestions = [red, order, hello];
    brain.related = [suggestion('credit', 'You get a credit.')];
  });
  await shown.show(asking);
  return shown;
};

afterEach(async () => {
  await panel?.unmount();
  panel = undefined;
});

describe('cards', () => {
  it('have Insert and Edit within one click, also when folded', async () => {
    const { cards, button } = await renderCards();
    expect(cards()).toHaveLength(3);
    const open = cards().map((card) => button('', card).getAttribute('aria-expanded'));
    expect(open).toEqual(['true', 'false', 'false']);
    for (const card of cards()) {
      for (const words of ['Insert', 'Edit', 'Copy', 'Not this']) {
        expect(button(words, card).hidden).toBe(false);
      }
    }
  });

  it('say in words how sure they are, why, and by which key', async () => {
    const { cards } = await renderCards();
    const texts = cards().map((card) => card.textContent);
    expect(texts[0]).toContain('Alt+1');
    expect(texts[0]).toContain('Direct');
    expect(texts[0]).toContain('matches “light is red”');
    expect(texts[0]).toContain('Harbour Broadband · today');
    expect(texts[0]).toContain('picked 31×');
    expect(texts[1]).toContain('Likely');
    expect(texts[2]).toContain('Small talk');
  });

  it('mark the matched words and show links and bold as elements', async () => {
    const { cards } = await renderCards();
    const [first] = cards();
    expect(first?.querySelector('strong mark')?.textContent).toBe('red light');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('https://s.example');
    expect(first?.textContent).toContain('signal (https://s.example)');
  });

  it('show hostile text as text', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const { root, show } = await render((brain) => {
      brain.suggestions = [suggestion('x', hostile, { entry: { title: hostile } })];
    });
    await show(conversation('c1', [customer('m1', hostile)], { customerName: hostile }));
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('h3')?.textContent).toBe(hostile);
    expect(root.textContent?.split(hostile).length).toBeGreaterThan(4);
  });

  it('ask for a missing slot in place, and insert on Enter in its field', async () => {
    const { button, cards, click, field, page, press, root, type } = await renderCards();
    await click(button('Insert', cards()[1]));
    expect(page.inserts()).toEqual([]);
    expect(root.textContent).toContain('Fill in: order number');
    const slot = field('order number');
    expect(document.activeElement).toBe(slot);
    await type(slot, '4711');
    expect(cards()[1]?.textContent).not.toContain('Fill in: order number');
    await press(slot, 'Enter', { isComposing: true });
    await press(slot, 'Enter', { repeat: true });
    expect(page.inserts()).toEqual([]);
    await press(slot, 'Enter');
    expect(page.inserts()[0]?.text).toBe('Order 4711 is on its way, Zhang Wei.');
  });

  it('insert on Enter when they have the focus, but not while an input method composes', async () => {
    const { cards, page, press } = await renderCards();
    const [first] = cards();
    if (first === undefined) throw new Error('There is no card');
    await press(first, 'Enter', { isComposing: true });
    await press(first, 'Enter', { keyCode: 229 });
    expect(page.inserts()).toEqual([]);
    await press(first, 'Enter');
    expect(page.inserts()).toHaveLength(1);
  });

  it('insert once on a double click, however slow, and once on a held key', async () => {
    const { button, cards, click, field, page, press } = await renderCards();
    const [first] = cards();
    if (first === undefined) throw new Error('There is no card');
    const secondClick = (on: HTMLElement) =>
      act(async () => {
        on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
      });
    await click(button('Insert', first));
    await act(async () => page.settle());
    await secondClick(button('Insert', first));
    await press(first, 'Enter', { repeat: true });
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    button('Insert', first).dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    expect(page.inserts()).toHaveLength(1);

    await click(button('Edit', first));
    await secondClick(button('Insert', first));
    await press(field('Edit: Red light'), 'Enter', { ctrlKey: true, repeat: true });
    expect(page.inserts()).toHaveLength(1);
    await click(button('Insert', first));
    expect(page.inserts()).toHaveLength(2);
  });

  it('are walked with the arrow keys', async () => {
    const { cards, press } = await renderCards();
    const [first, second] = cards();
    first?.focus();
    await press(document.activeElement as HTMLElement, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    await press(document.activeElement as HTMLElement, 'ArrowUp');
    expect(document.activeElement).toBe(first);
  });

  it('leave a way back when called wrong, and the keyboard on it', async () => {
    const { button, cards, click } = await renderCards();
    await click(button('Not this', cards()[0]));
    expect(cards()).toHaveLength(2);
    expect(document.activeElement).toBe(button('Undo'));
    await click(button('Undo'));
    expect(cards()[0]?.textContent).toContain('Red light');
    expect(document.activeElement).toBe(cards()[0]);
  });

  it('become a text field to edit, with the caret at the end, and Ctrl+Enter inserts', async () => {
    const { button, cards, click, field, page, press, type } = await renderCards();
    await click(button('Edit', cards()[0]));
    const editor = field('Edit: Red light');
    expect(document.activeElement).toBe(editor);
    expect(editor.selectionStart).toBe(editor.value.length);
    await type(editor, 'No signal.');
    await press(editor, 'Enter');
    await press(editor, 'Enter', { ctrlKey: true, isComposing: true });
    expect(page.inserts()).toEqual([]);
    await press(editor, 'Enter', { ctrlKey: true });
    expect(page.inserts()[0]?.text).toBe('No signal.');
  });

  it('offer to write a note only after the reply box turned out to be one', async () => {
    const { button, cards, click, page, root } = await renderCards();
    expect(root.textContent).not.toContain('Insert as note');
    await click(button('Insert', cards()[0]));
    await act(async () => page.settle({ outcome: 'refused', why: 'note-mode' }));
    expect(root.textContent).toContain('customers won’t see it');
    await click(button('Insert as note'));
    expect(page.inserts().at(-1)?.allowNote).toBe(true);
  });

  it('carry the language of their text', async () => {
    const { cards, root } = await renderCards();
    expect(cards()[0]?.querySelector('h3')?.lang).toBe('en');
    expect(root.querySelector('[lang]')?.textContent).not.toBe('');
  });
});

describe('states', () => {
  it('a brain without answers offers two ways to get some', async () => {
    const { brain, button, click, root } = await render((fake) => {
      fake.bases = [];
    });
    expect(root.textContent).toContain('No answers yet');
    expect(button('Import answers…')).toBeDefined();
    await click(button('木棉商城'));
    expect(brain.calls.at(-1)).toEqual({
      name: 'knowledge.load-sample',
      params: { sample: 'kapok-mall' },
    });
    expect(root.textContent).toContain('Imported Harbour Broadband');
    expect(root.textContent).toContain('120 new');
  });

  it('a refused import names every problem with its place', async () => {
    const { root, store } = await render((brain) => {
      brain.preview = {
        outcome: 'refused',
        problems: [{ kind: 'no-answer', row: 3, column: 'answer', reason: 'must not be empty' }],
        more: 5,
      };
    });
    await act(() => store.actions.importFile(new File(['{}'], 'answers.json')));
    expect(root.textContent).toContain('Line 3: must not be empty');
    expect(root.textContent).toContain('and 5 more');
    const studio = [...root.querySelectorAll('a')].find((link) =>
      link.textContent?.includes('Studio'),
    );
    expect(studio?.getAttribute('href')).toBe('/studio.html');
  });

  it('an import tells how far it is, also one of another window', async () => {
    const { brain, root } = await renderCards();
    const progress = { news: 'import.progress', previewId: 'p9', total: 300 } as const;
    await act(async () => brain.tell({ ...progress, done: 40 }));
    expect(root.textContent).toContain('Importing answers… 40 of 300');
    expect(root.querySelector('progress')?.value).toBe(40);
    await act(async () => brain.tell({ ...progress, done: 300 }));
    expect(root.querySelector('progress')).toBeNull();
  });

  it('being offline is told in a quiet line, with the cards as they were', async () => {
    const { cards, root } = await renderCards();
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await act(async () => window.dispatchEvent(new Event('offline')));
    expect(root.textContent).toContain('You are offline. Answers on this machine still work.');
    expect(cards()).toHaveLength(3);
    online.mockReturnValue(true);
    await act(async () => window.dispatchEvent(new Event('online')));
    expect(root.textContent).not.toContain('offline');
    online.mockRestore();
  });

  it('a page that cannot be read leads to Find', async () => {
    const { button, click, field, page } = await render();
    await act(async () =>
      page.say({
        type: 'console.state',
        state: 'unrecognised',
        host: 'desk.example',
        consoleName: null,
      }),
    );
    await click(button('Find any answer'));
    expect(document.activeElement).toBe(field('Find any answer'));
  });

  it('a page read by guesswork is told so, with how sure each part is', async () => {
    const { page, root, show } = await render();
    await act(async () =>
      page.say({
        type: 'console.state',
        state: 'generic',
        host: 'desk.example',
        consoleName: null,
        sure: { list: 1, roles: 0.6, composer: 0.45 },
      }),
    );
    await show(asking);
    expect(root.textContent).toContain('Reading this page by guesswork — check');
    const parts = [...root.querySelectorAll('dl > div')].map((part) =>
      [...part.children].map((word) => word.textContent),
    );
    expect(parts).toEqual([
      ['Where the messages are', 'sure'],
      ['Who wrote which', 'fairly sure'],
      ['Where the reply goes', 'not sure'],
    ]);
    await act(async () =>
      page.say({
        type: 'console.state',
        state: 'reading',
        host: 'desk.example',
        consoleName: 'Demo',
      }),
    );
    expect(root.textContent).not.toContain('guesswork');
  });

  it('nothing that fits leaves the related ones and a note for later', async () => {
    const { brain, button, cards, click, root, show } = await render((fake) => {
      fake.related = [red];
    });
    await show(asking);
    expect(root.textContent).toContain('Nothing fits');
    expect(cards()).toEqual([]);
    await click(button('Show related (1)'));
    expect(cards()).toHaveLength(1);
    await click(button('Note as unanswered'));
    expect(root.textContent).toContain('Noted as unanswered');
    expect(brain.kinds()).toEqual(['shown', 'gap']);
  });

  it('a photo alone is named, and owned up to', async () => {
    const { root, show } = await render();
    await show(conversation('c1', [{ id: 'm1', role: 'customer', kind: 'image', text: 'a.jpg' }]));
    expect(root.textContent).toContain('Photo · a.jpg');
    expect(root.textContent).toContain('Cuecard can’t read it.');
  });

  it('a photo after a long message has nothing to unfold', async () => {
    const tall = vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(200);
    const { root, show } = await render();
    await show(asking);
    expect(root.querySelector('section button')?.textContent).toBe('more');
    const photo = { id: 'm3', role: 'customer', kind: 'image', text: '' } as const;
    await show(conversation('c1', [...asking.messages, agent('m2', 'Done'), photo]));
    expect(root.textContent).toContain('Photo');
    expect(root.textContent).not.toContain('more');
    tall.mockRestore();
  });

  it('an answered cue stays, marked', async () => {
    const { cards, root, show } = await renderCards();
    expect(root.textContent).not.toContain('Replied');
    await show(conversation('c1', [...asking.messages, agent('m2', 'Done')]));
    expect(root.textContent).toContain('Replied');
    expect(cards()).toHaveLength(3);
  });

  it.each([
    ['unrecognised', 'Cuecard can’t read this page yet'],
    ['reading', 'Open a conversation. Cuecard reads along from there.'],
  ] as const)('a console that is %s is told in words', async (state, words) => {
    const { page, root } = await render();
    await act(async () =>
      page.say({ type: 'console.state', state, host: 'desk.example', consoleName: null }),
    );
    expect(root.textContent).toContain(words);
  });

  it('an update asks for a refresh and keeps what is being written', async () => {
    const { button, cards, click, field, page, root } = await renderCards();
    await click(button('Edit', cards()[0]));
    await act(async () => page.say({ type: 'extension.gone' }));
    expect(root.textContent).toContain('Cuecard was updated. Refresh this page to go on.');
    expect(field('Edit: Red light').value).toContain('red light');
    await click(button('Refresh'));
    expect(page.sent.at(-1)).toEqual({ type: 'page.leave' });
  });

  it('says that a large base is still being prepared, and stops when it is', async () => {
    const { brain, root } = await render((fake) => {
      fake.answers['knowledge.summary'] = async () => ({
        bases: fake.bases,
        preparing: 'new' as const,
      });
    });
    expect(root.textContent).toContain('Preparing answers…');
    await act(async () => brain.tell({ news: 'knowledge.preparing', preparing: 'no' }));
    expect(root.textContent).not.toContain('Preparing answers…');
    await act(async () => brain.tell({ news: 'knowledge.preparing', preparing: 'new' }));
    expect(root.textContent).toContain('Preparing answers…');
  });

  it('says that what was kept of the ranking was damaged, until it is made anew', async () => {
    const { brain, root } = await render();
    await act(async () => brain.tell({ news: 'knowledge.preparing', preparing: 'damaged' }));
    expect(root.textContent).toContain('index of your answers was damaged');
    await act(async () => brain.tell({ news: 'knowledge.preparing', preparing: 'no' }));
    expect(root.textContent).not.toContain('damaged');
  });

  it('an unreachable brain can be tried again', async () => {
    const { brain, button, click, root } = await render((fake) => {
      fake.answers['knowledge.summary'] = () => Promise.reject(new Error('gone'));
    });
    expect(root.textContent).toContain('can’t be reached');
    delete brain.answers['knowledge.summary'];
    await click(button('Try again'));
    expect(root.textContent).not.toContain('can’t be reached');
  });

  it('collapsed, it is a rail that tells how many answers there are', async () => {
    const { button, cards, click, root } = await renderCards();
    await click(button('Collapse the panel'));
    expect(cards()).toEqual([]);
    await click(button('Open Cuecard: 3 answers'));
    expect(cards()).toHaveLength(3);
    expect(root.textContent).toContain('Zhang Wei');
  });

  it('speaks the chosen language at once', async () => {
    const { brain, button, cards, click } = await renderCards();
    await click(button('中, 中文'));
    expect(button('插入', cards()[0])).toBeDefined();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(brain.settings.language).toBe('zh');
  });
});

describe('find', () => {
  it('shows what was found as cards with the same buttons, and Esc goes back', async () => {
    const { brain, button, cards, field, press, root, type } = await renderCards();
    brain.found = [hello];
    const box = field('Find any answer');
    await type(box, 'hel');
    expect(cards()).toHaveLength(1);
    expect(button('Insert', cards()[0])).toBeDefined();
    await press(box, 'Escape');
    expect(cards()).toHaveLength(3);
    expect(root.textContent).not.toContain('Found for');
  });

  it('goes with Enter to the first card of the words typed, not of those before', async () => {
    const { brain, cards, field, press, type } = await renderCards();
    const box = field('Find any answer');
    box.focus();
    brain.found = [red];
    await type(box, 'he');
    const answers = Promise.withResolvers<ResultOf<'entries.find'>>();
    brain.answers['entries.find'] = () => answers.promise;
    await type(box, 'hel');
    await press(box, 'Enter');
    expect(document.activeElement).toBe(box);
    await act(async () => answers.resolve({ suggestions: [hello] }));
    expect(document.activeElement).toBe(cards()[0]);
    expect(cards()[0]?.dataset.card).toBe('find:harbour/hello');
  });

  it('gets the focus by its key from the page', async () => {
    const { field, page } = await renderCards();
    await act(async () => page.say({ type: 'key.pressed', action: 'find' }));
    expect(document.activeElement).toBe(field('Find any answer'));
  });
});

describe('the live region', () => {
  it('tells the best answer once it has stood for a second, without taking the focus', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { root } = await renderCards();
      const focused = document.activeElement;
      const said = () => root.querySelector('[role="status"]')?.textContent;
      await act(async () => vi.advanceTimersByTime(900));
      expect(said()).toBe('');
      await act(async () => vi.advanceTimersByTime(200));
      expect(said()).toBe('3 answers, best: Red light');
      expect(document.activeElement).toBe(focused);
      expect(root.querySelectorAll('[aria-live]')).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
