import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';
import { settleUntil } from './support/settle-until';

const three = [
  fileEntry('hours', { title: 'Opening hours', phrasings: ['when do you open'] }),
  fileEntry('refund', { title: 'Refund', answer: 'You get **all** of it, {{customer.name}}.' }),
  fileEntry('zebra', { title: 'Zebra', phrasings: [] }),
];

let studio: RenderedStudio | undefined;
const render = async (entries: readonly object[] | 'none' = three) => {
  studio = await renderStudio(entries);
  return studio;
};
const openFirst = async () => {
  const shown = await render();
  const [first] = shown.options();
  if (first === undefined) throw new Error('The list is empty');
  await shown.click(first);
  return shown;
};
afterEach(async () => {
  await studio?.unmount();
  studio = undefined;
});

describe('the list', () => {
  it('is walked with the arrow keys, opened with Enter, and come back to with Esc', async () => {
    const { root, press, options } = await render();
    const list = root.querySelector('[role="listbox"]');
    if (list === null) throw new Error('There is no list');
    await press(list, 'ArrowDown');
    expect(list.getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    await press(list, 'Enter');
    const title = root.querySelector<HTMLTextAreaElement>('#studio-title');
    await expect.poll(() => document.activeElement).toBe(title);
    expect(title?.value).toBe('Refund');
    expect(options()[1]?.getAttribute('aria-selected')).toBe('true');
    await press(document.body, 'Escape');
    await expect.poll(() => document.activeElement).toBe(list);
  });

  it('is searched from anywhere with a slash, but not while text is typed', async () => {
    const { root, press } = await openFirst();
    const title = root.querySelector('#studio-title');
    if (title === null) throw new Error('Nothing is open');
    await press(title, '/');
    expect(document.activeElement?.id).not.toBe('studio-search');
    await press(document.body, '/');
    await expect.poll(() => document.activeElement?.id).toBe('studio-search');
  });

  it('opens the first row of what was searched for, though Enter came before the list', async () => {
    const { field, type, press, options, hold, root } = await openFirst();
    const arrive = hold('studio.entries');
    await type(field('Search answers'), 'refund');
    await press(field('Search answers'), 'Enter');
    expect(root.querySelector<HTMLTextAreaElement>('#studio-title')?.value).toBe('Opening hours');
    expect(document.activeElement).not.toBe(root.querySelector('#studio-title'));
    arrive();
    const title = () => root.querySelector<HTMLTextAreaElement>('#studio-title');
    await settleUntil(studio, () => expect(title()?.value).toBe('Refund'));
    expect(options()).toHaveLength(1);
    await expect.poll(() => document.activeElement).toBe(title());
  });

  it('deletes no row that the words no longer mean', async () => {
    const { field, type, press, hold, options, root, kept } = await render();
    const arrive = hold('studio.entries');
    await type(field('Search answers'), 'refund');
    const list = root.querySelector('[role="listbox"]');
    if (list === null) throw new Error('There is no list');
    await press(list, 'Delete');
    arrive();
    await settleUntil(studio, () => expect(options()).toHaveLength(1));
    expect(await kept.readEntries('mine')).toHaveLength(3);
    await press(list, 'Delete');
    await settleUntil(studio, () => expect(options()).toHaveLength(0));
    expect((await kept.readEntries('mine')).map(({ id }) => id)).toEqual(['hours', 'zebra']);
  });

  it('puts only the rows around what is in sight into the page', async () => {
    const { options, root } = await render(
      Array.from({ length: 400 }, (_, at) => fileEntry(`e${at}`)),
    );
    expect(options().length).toBeLessThan(60);
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('400');
    expect(root.querySelector<HTMLElement>('[role="listbox"]')?.style.blockSize).toBe('24000px');
  });

  it('says in words why it is empty, and offers the way on', async () => {
    const { field, type, button, click, root, options } = await render();
    await type(field('Search answers'), 'qqqq');
    expect(root.textContent).toContain('No answer has these words');
    await click(button('Show all answers'));
    expect(options()).toHaveLength(3);
    await click(button('Expiring'));
    expect(root.textContent).toContain('Nothing in this base needs that.');
  });
});

describe('the editor', () => {
  it('adds a phrasing by Enter, several by pasting lines, and removes one', async () => {
    const { field, type, press, paste, button, click, root } = await openFirst();
    const texts = () =>
      [...root.querySelectorAll<HTMLTextAreaElement>('[aria-label^="Phrasing "]')].map(
        ({ value }) => value,
      );
    await type(field('Add another'), 'are you open');
    await press(field('Add another'), 'Enter');
    await paste(field('Add another'), 'one\ntwo\n\none');
    expect(texts()).toEqual(['when do you open', 'are you open', 'one', 'two']);
    await click(button('Remove “are you open”'));
    expect(texts()).toEqual(['when do you open', 'one', 'two']);
  });

  it('saves by Ctrl+S, says so once, and forgets the unsaved mark', async () => {
    const { field, type, press, root, said, kept, options } = await openFirst();
    await type(field('Answer in English'), 'We open at ten.');
    expect(options()[0]?.textContent).toContain('Edited, not saved');
    expect(root.textContent).toContain('1 answer not saved');
    await press(field('Answer in English'), 's', { ctrlKey: true });
    expect((await kept.readEntries('mine'))[0]?.answer).toBe('We open at ten.');
    expect(said()).toBe('Saved “Opening hours”. Open panels have it now.');
    expect(root.textContent).not.toContain('not saved');
  });

  it('warns before unsaved text is left, and only then', async () => {
    const { field, type } = await openFirst();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await type(field('Answer in English'), 'Other.');
    expect(leave()).toBe(true);
  });

  it('says at the field what is wrong, and names it to a screen reader', async () => {
    const { field, type, press } = await openFirst();
    await type(field('Title'), '');
    await press(field('Answer in English'), 's', { ctrlKey: true });
    const title = field('Title');
    expect(document.activeElement).toBe(title);
    expect(title.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(title.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('This must not be empty.');
  });

  it('puts slots in by button, and tells of braces that are none', async () => {
    const { field, type, button, click, root } = await openFirst();
    await type(field('Answer in English'), 'Hi ');
    await click(button('Customer’s name'));
    expect(field('Answer in English').value).toContain('{{customer.name}}');
    await type(field('Answer in English'), 'Hi {{customer.nam}}');
    expect(root.textContent).toContain('{{customer.nam}} is no slot');
  });

  it('has a variant in another language as a tab, and takes it away again', async () => {
    const { field, type, button, click, press, kept, root } = await openFirst();
    await click(button('+ Chinese'));
    await type(field('Answer in Chinese'), '九点开门。');
    expect(root.querySelector('[data-preview]')?.textContent).toContain('九点开门。');
    await press(field('Answer in Chinese'), 's', { ctrlKey: true });
    expect((await kept.readEntries('mine'))[0]?.variants).toEqual({ zh: '九点开门。' });
    await click(button('Remove Chinese'));
    await press(field('Answer in English'), 's', { ctrlKey: true });
    expect((await kept.readEntries('mine'))[0]?.variants).toEqual({});
  });

  it('takes attachments by keyboard, says what is wrong with one, and shows them as links', async () => {
    const { field, type, button, click, press, kept, root } = await openFirst();
    await click(button('+ Add an attachment'));
    await expect.poll(() => document.activeElement).toBe(field('Name of attachment 1'));
    await type(field('Name of attachment 1'), 'Price list');
    await type(field('Address of attachment 1'), 'shop.example/p.pdf');
    await press(field('Title'), 's', { ctrlKey: true });
    const address = field('Address of attachment 1');
    expect(document.activeElement).toBe(address);
    const described = document.getElementById(address.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('begins with https:// or http://');
    expect(root.querySelector('[data-preview]')?.textContent).not.toContain('Price list');
    await type(address, 'https://shop.example/p.pdf');
    const link = root.querySelector('[data-preview] li a');
    expect(link?.textContent).toBe('Price list');
    expect(link?.getAttribute('rel')).toContain('noopener');
    await press(field('Title'), 's', { ctrlKey: true });
    expect((await kept.readEntries('mine'))[0]?.attachments).toEqual([
      { name: 'Price list', url: 'https://shop.example/p.pdf' },
    ]);
    await click(button('Remove attachment 1'));
    await expect.poll(() => document.activeElement).toBe(button('+ Add an attachment'));
    await press(field('Title'), 's', { ctrlKey: true });
    expect((await kept.readEntries('mine'))[0]?.attachments).toBeUndefined();
  });

  it('shows the card as agents will see it, while it is written', async () => {
    const { field, type, root } = await openFirst();
    await type(
      field('Answer in English'),
      '**Bold**, {{agent.name}}\n- a [link](https://s.example)',
    );
    const card = root.querySelector('[data-preview]');
    expect(card?.querySelector('strong')?.textContent).toBe('Bold');
    expect(card?.querySelector('li a')?.getAttribute('href')).toBe('https://s.example');
    expect(card?.textContent).toContain('your name');
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const entry = fileEntry('x', { title: hostile, answer: hostile, tags: [hostile] });
    const { options, click, root } = await render([entry]);
    const [row] = options();
    if (row === undefined) throw new Error('The list is empty');
    await click(row);
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent?.split(hostile).length).toBeGreaterThan(4);
  });
});

describe('deleting', () => {
  it('an answer can be undone', async () => {
    const { button, click, options, said } = await openFirst();
    await click(button('Delete'));
    expect(options()).toHaveLength(2);
    expect(said()).toBe('Deleted “Opening hours”.');
    await click(button('Undo'));
    expect(options()[0]?.textContent).toContain('Opening hours');
    expect(said()).toBe('“Opening hours” is back.');
    await expect.poll(() => document.activeElement?.id).toBe('studio-title');
  });

  it('a base asks for its name, and offers a copy first', async () => {
    const { button, click, field, type, submit, kept, files, brain } = await render();
    await click(button('Delete base…'));
    await click(button('Save a copy first'));
    expect(files).toHaveLength(1);
    await type(field('Type Mine'), 'Min');
    const sure = () =>
      [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(
        ({ textContent }) => textContent === 'Delete base',
      );
    expect(sure()?.disabled).toBe(true);
    await type(field('Type Mine'), 'Mine');
    expect(sure()?.disabled).toBe(false);
    await submit(field('Type Mine'));
    expect((await kept.readBases()).map(({ id }) => id)).not.toContain('mine');
    expect((await brain.call('studio.bases', null)).bases).toHaveLength(2);
  });
});

describe('Try it', () => {
  it('says that it is looking, for as long as nothing is found yet', async () => {
    const { field, root, type, brain } = await openFirst();
    let answer = () => {};
    const call = brain.call;
    const waits = new Promise<void>((resolve) => {
      answer = resolve;
    });
    Object.assign(brain, {
      call: async (...args: Parameters<typeof call>) => {
        if (args[0] === 'cue.rank') await waits;
        return call(...args);
      },
    });
    await type(field('What a customer would write'), 'when do you open');
    expect(root.textContent).toContain('Looking for answers…');
    answer();
    await expect.poll(() => root.textContent).not.toContain('Looking for answers…');
  });

  it('shows what agents would see, and what a save changed', async () => {
    const { field, type, button, click, press, root } = await openFirst();
    await type(field('What a customer would write'), 'frobnicated grumbel qwyx');
    await click(button('Add as a phrasing here'));
    await press(field('Title'), 's', { ctrlKey: true });
    const best = root.querySelector('[aria-label="What agents would see, best first"] li');
    expect(best?.textContent).toContain('Opening hours');
    expect(best?.textContent).toContain('Direct');
    expect(best?.textContent).toContain('not found before your edit');
  });
});

describe('a Studio without knowledge', () => {
  it('offers to import, to write and to look around', async () => {
    const { root, button, click, field, type, submit } = await render('none');
    expect(root.textContent).toContain('No answers yet');
    expect(button('Import answers…')).toBeDefined();
    expect(button('Harbour Broadband')).toBeDefined();
    await click(button('Write the first answer'));
    await type(field('Name'), 'Fibre');
    await submit(field('Name'));
    await expect.poll(() => document.activeElement?.id).toBe('studio-title');
    expect(root.querySelector('[aria-current]')?.textContent).toContain('Fibre');
  });

  it('says so when the brain cannot be reached', async () => {
    const { fail, studio: store, root, button, click } = await render('none');
    const mend = fail('studio.bases');
    await act(async () => {
      store.setState({ bases: undefined });
      await store.actions.connect();
    });
    expect(root.textContent).toContain('Cuecard’s memory can’t be reached');
    mend();
    await click(button('Try again'));
    expect(root.textContent).toContain('No answers yet');
  });
});
