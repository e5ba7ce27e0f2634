import { afterEach, describe, expect, it } from 'vitest';
import { must } from '../../../lib/base/must';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

const entries = [
  fileEntry('hours', { title: 'Opening hours', phrasings: ['when do you open'] }),
  fileEntry('refund', { title: 'Refund', phrasings: ['money back'] }),
];

let studio: RenderedStudio | undefined;
const rows = () => [...(studio?.root.querySelectorAll<HTMLElement>('[data-learned]') ?? [])];
const texts = () => rows().map((row) => row.querySelector('p')?.textContent);
const picked = (id: string, cueText: string) =>
  must(studio, 'a Studio').brain.call('event.record', {
    event: { kind: 'inserted', cueText, entry: { base: 'mine', id }, place: 1 },
    conversationKey: 'c1',
    consoleId: 'demo',
  });

async function learned() {
  studio = await renderStudio(entries);
  await picked('refund', 'i want my cash again');
  await picked('refund', 'i want my cash again');
  await picked('hours', 'are you there on sundays');
  await studio.click(studio.button('Learned'));
  return studio;
}
afterEach(async () => {
  await studio?.unmount();
  studio = undefined;
});

describe('what was learned', () => {
  it('is listed with its answer and how often it was picked, most picked first', async () => {
    const { root } = await learned();
    expect(texts()).toEqual(['i want my cash again', 'are you there on sundays']);
    expect(rows()[0]?.textContent).toContain('picked 2× · since Nov 22, 2026');
    expect(rows()[0]?.textContent).toContain('for Refund · Mine');
    expect(root.querySelector('[aria-pressed="true"]')?.textContent).toBe('To look at 2');
  });

  it('becomes a phrasing of its entry when it is accepted, and leaves it when taken back', async () => {
    const { brain, button, click, root } = await learned();
    const phrasings = async () =>
      (await brain.call('studio.entry', { base: 'mine', id: 'refund' })).entry?.phrasings.map(
        ({ text }) => text,
      );
    await click(button('Accept: i want my cash again'));
    expect(await phrasings()).toEqual(['money back', 'i want my cash again']);
    expect(texts()).toEqual(['are you there on sundays']);
    expect(root.textContent).toContain('It is now one of the phrasings of “Refund”.');
    await click(button('Accepted 1'));
    await click(button('Take back: i want my cash again'));
    expect(await phrasings()).toEqual(['money back']);
    expect(root.textContent).toContain('Nothing was accepted yet');
  });

  it('is accepted in better words', async () => {
    const { brain, button, click, field, type, submit } = await learned();
    await click(button('In better words: are you there'));
    const words = field('The phrasing in better words');
    expect(document.activeElement).toBe(words);
    await type(words, 'are you open on Sundays');
    await submit(words);
    const { entry } = await brain.call('studio.entry', { base: 'mine', id: 'hours' });
    expect(entry?.phrasings.map(({ text }) => text)).toEqual([
      'when do you open',
      'are you open on Sundays',
    ]);
  });

  it('goes for good when it is refused, and the keyboard goes on with the next', async () => {
    const { button, click } = await learned();
    button('Refuse: i want my cash again').focus();
    await click(button('Refuse: i want my cash again'));
    expect(texts()).toEqual(['are you there on sundays']);
    expect(document.activeElement?.textContent).toBe('Accept: are you there on sundays');
    await picked('refund', 'i want my cash again');
    await click(button('Refused 1'));
    expect(texts()).toEqual(['i want my cash again']);
  });

  it('is walked with the arrow keys, button under button', async () => {
    const { button, press } = await learned();
    button('Refuse: i want').focus();
    await press(button('Refuse: i want'), 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Refuse: are you there on sundays');
  });

  it('leads to the answer, and back', async () => {
    const { button, click, root } = await learned();
    await click(button('for Refund'));
    expect(root.querySelector<HTMLTextAreaElement>('#studio-title')?.value).toBe('Refund');
    await click(button('Learned'));
    expect(texts()).toHaveLength(2);
  });

  it('says in words when there is nothing, and when it cannot be reached', async () => {
    studio = await renderStudio(entries);
    const { button, click, root, fail } = studio;
    await click(button('Learned'));
    expect(root.textContent).toContain('Nothing new was learned');
    const mend = fail('learning.list');
    await click(button('Refused'));
    expect(root.textContent).toContain('What was learned can’t be reached just now.');
    mend();
    await click(button('Try again'));
    expect(root.textContent).toContain('Nothing was refused');
  });
});

describe('answers that overlap', () => {
  it('stand side by side with what differs, and either can be opened', async () => {
    studio = await renderStudio([
      fileEntry('one', {
        title: 'Refund time',
        phrasings: ['how long does a refund take', 'when do i get my refund'],
        answer: 'A refund takes 14 days after the goods are back with us.',
      }),
      fileEntry('two', {
        title: 'Refund days',
        phrasings: ['how long does a refund take', 'when do i get my refund back'],
        answer: 'A refund takes 30 days after the goods are back with us.',
      }),
    ]);
    const { button, click, root } = studio;
    await click(button('Overlaps'));
    const pair = must(root.querySelector('[data-kind]'), 'a pair');
    expect(pair.textContent).toContain('They contradict each other');
    expect([...pair.querySelectorAll('dt, dd')].map((part) => part.textContent)).toEqual([
      'Numbers',
      '14 or 30',
    ]);
    await click(button('Open: Refund days'));
    expect(root.querySelector<HTMLTextAreaElement>('#studio-title')?.value).toBe('Refund days');
  });

  it('say in words when there are none', async () => {
    studio = await renderStudio(entries);
    await studio.click(studio.button('Overlaps'));
    expect(studio.root.textContent).toContain('No answers overlap');
  });
});
