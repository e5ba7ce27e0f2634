import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { must } from '../../../lib/base/must';
import { conversation, customer, suggestion } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

const reasons = {
  words: ['light', 'red'],
  inMessage: [],
  inAnswer: [],
  phrasing: 'my router light is red',
  votes: { words: 0.5, letters: 0.16, phrasings: 0.3, keywords: 0.04, sense: 0 },
};
const light = suggestion('light', 'Restart the router.', { reasons });
const leave = suggestion('leave', 'You can cancel until the 20th.');
const first = 'My router light is red.';
const text = `${first} And how do I cancel?`;

let panel: RenderedPanel | undefined;

async function twoQuestions(language: 'en' | 'zh' = 'en') {
  panel = await renderPanel((brain) => {
    brain.settings = { ...brain.settings, language };
    brain.suggestions = [light, leave];
    brain.groups = [
      { key: 'light', range: [0, first.length], suggestions: [light] },
      { key: 'leave', range: [first.length + 1, text.length], suggestions: [leave] },
    ];
  });
  await panel.show(conversation('c1', [customer('m1', text)]));
  return panel;
}
const groupsOf = ({ root }: RenderedPanel) => [
  ...root.querySelectorAll<HTMLElement>('[data-question]'),
];
const titles = ({ cards }: RenderedPanel) =>
  cards().map((card) => card.querySelector('h3')?.textContent);
const keys = ({ cards }: RenderedPanel) =>
  cards().map((card) => card.querySelector('kbd')?.textContent);

afterEach(async () => {
  await panel?.unmount();
  panel = undefined;
});

describe('a message with several questions', () => {
  it('shows a group for each, named by the customer’s words, with keys counted through', async () => {
    const shown = await twoQuestions();
    expect(groupsOf(shown).map((group) => group.querySelector('h2')?.textContent)).toEqual([
      `Question 1 of 2: ${first}`,
      'Question 2 of 2: And how do I cancel?',
    ]);
    expect(titles(shown)).toEqual(['Title of light', 'Title of leave']);
    expect(keys(shown)).toEqual(['Alt+1', 'Alt+2']);
  });

  it('folds a ticked group, moves the next cards up, and brings it back', async () => {
    const shown = await twoQuestions();
    const tick = must(groupsOf(shown)[0]?.querySelector('input'), 'a tick');
    await shown.click(tick);
    expect(tick.checked).toBe(true);
    expect(titles(shown)).toEqual(['Title of leave']);
    expect(keys(shown)).toEqual(['Alt+1']);
    await shown.click(tick);
    expect(titles(shown)).toEqual(['Title of light', 'Title of leave']);
  });

  it('says in a folded group what became of its answer', async () => {
    const shown = await twoQuestions();
    await shown.click(shown.button('Insert'));
    await act(async () => shown.page.settle());
    const [group] = groupsOf(shown);
    expect(group?.querySelector('article')).toBeNull();
    expect(group?.querySelector('[data-status="inserted"]')?.textContent).toContain('Inserted');
  });

  it('is told to a screen reader in one sentence', async () => {
    const shown = await twoQuestions();
    await expect
      .poll(() => shown.root.querySelector('[role="status"]')?.textContent, { timeout: 3_000 })
      .toBe('2 questions. Best for the first: Title of light');
  });
});

describe('a question among several that nothing answers', () => {
  it('stands in its place and says so, in words and to a screen reader', async () => {
    panel = await renderPanel((brain) => {
      brain.suggestions = [leave];
      brain.groups = [
        { key: 'light', range: [0, first.length], suggestions: [] },
        { key: 'leave', range: [first.length + 1, text.length], suggestions: [leave] },
      ];
    });
    const shown = panel;
    await shown.show(conversation('c1', [customer('m1', text)]));
    expect(groupsOf(shown)[0]?.textContent).toContain('Nothing fits this question.');
    expect(titles(shown)).toEqual(['Title of leave']);
    await expect
      .poll(() => shown.root.querySelector('[role="status"]')?.textContent, { timeout: 3_000 })
      .toBe('2 questions. Nothing fits the first. Best for another: Title of leave');
  });
});

describe('why a card is shown', () => {
  it('is said in words when asked', async () => {
    const shown = await twoQuestions();
    const why = shown.button('Why');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    await shown.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const words = [...must(shown.cards()[0], 'a card').querySelectorAll('li')];
    expect(words.map((line) => line.textContent)).toEqual([
      'Most alike: “my router light is red”',
      'Same words: light, red',
      'What counted: words 50% · nearest phrasing 30% · similar spelling 16%',
    ]);
  });

  it('is said in Chinese', async () => {
    const shown = await twoQuestions('zh');
    await shown.click(shown.button('为什么'));
    expect(must(shown.cards()[0], 'a card').textContent).toContain('相同的词：light、red');
  });
});

describe('a better order that comes while the hand is at the cards', () => {
  it('waits behind a quiet line, and is shown on a click', async () => {
    panel = await renderPanel((brain) => {
      brain.suggestions = [light, leave];
    });
    const shown = panel;
    await shown.show(conversation('c1', [customer('m1', first)]));
    shown.cards()[0]?.focus();
    shown.brain.suggestions = [leave, light];
    await shown.tell({ news: 'knowledge.changed', bases: shown.brain.bases });
    expect(titles(shown)).toEqual(['Title of light', 'Title of leave']);
    expect(shown.root.textContent).toContain('Better answers found');
    await shown.click(shown.button('Show'));
    expect(titles(shown)).toEqual(['Title of leave', 'Title of light']);
    expect(shown.root.textContent).not.toContain('Better answers found');
    // The pressed button is gone: the keyboard goes on from the best card.
    expect(document.activeElement).toBe(shown.cards()[0]);
  });
});
