import { describe, expect, it } from 'vitest';
import { cueCards, keptBack } from '../../../lib/faces/card-context';
import { panelView } from '../../../lib/faces/panel-view';
import { questionCards } from '../../../lib/faces/question-cards';
import { conversation, customer, suggestion } from './support/samples';
import { cardAt, settled, setUpPanel } from './support/set-up-panel';

const light = suggestion('light', 'Restart the router.');
const outage = suggestion('outage', 'There is an outage.', { kind: 'understood' });
const leave = suggestion('leave', 'You can cancel until the 20th.');
const bill = suggestion('bill', 'Your bill comes on the 1st.');

const first = 'My router light is red.';
const text = `${first} And how do I cancel?`;
const asking = conversation('c1', [customer('m1', text)]);
const groups = [
  { key: 'light', range: [0, first.length] as const, suggestions: [light, outage] },
  {
    key: 'leave',
    range: [first.length + 1, text.length] as const,
    suggestions: [leave, outage],
  },
];

async function twoQuestions() {
  const panel = await setUpPanel((brain) => {
    brain.suggestions = [light, leave, bill];
    brain.groups = groups;
  });
  await panel.show(asking);
  const questions = () => questionCards(panel.store.getState());
  const ids = () => cueCards(panel.store.getState()).map(({ suggestion: { entry } }) => entry.id);
  return { ...panel, questions, ids };
}

describe('a message with several questions', () => {
  it('has a group of cards for each, under its own words', async () => {
    const { questions } = await twoQuestions();
    expect(
      questions().map(({ text: words, cards }) => [
        words,
        cards.map(({ suggestion: { entry }, place }) => [entry.id, place]),
      ]),
    ).toEqual([
      [
        first,
        [
          ['light', 1],
          ['outage', 2],
        ],
      ],
      ['And how do I cancel?', [['leave', 1]]],
    ]);
  });

  it('counts the keys through the groups in reading order', async () => {
    const { page, store } = await twoQuestions();
    store.actions.press('insert-3');
    expect(page.inserts().at(-1)?.text).toBe('You can cancel until the 20th.');
  });

  it('keeps what answers none of them behind "Show related"', async () => {
    const { store, ids } = await twoQuestions();
    expect(keptBack(store.getState())).toEqual([bill]);
    store.actions.showRelated(true);
    expect(ids()).toEqual(['light', 'outage', 'leave', 'bill']);
  });

  it('records a pick for the words of its question', async () => {
    const { brain, page, store } = await twoQuestions();
    store.actions.insert(3);
    page.settle();
    expect(brain.events().at(-1)?.event).toMatchObject({
      kind: 'inserted',
      cueText: 'And how do I cancel?',
      place: 1,
    });
  });

  it('calls an answer wrong for its question alone, and takes that back in the same words', async () => {
    const { brain, store, questions } = await twoQuestions();
    const card = cardAt(store, 3);
    store.actions.reject(card);
    store.actions.undoReject(card);
    expect(
      brain
        .events()
        .slice(-2)
        .map(({ event }) => event),
    ).toMatchObject([
      { kind: 'rejected', cueText: 'And how do I cancel?', entry: { id: 'leave' } },
      { kind: 'rejection-undone', cueText: 'And how do I cancel?', entry: { id: 'leave' } },
    ]);
    expect(questions()[1]?.cards).toHaveLength(1);
  });

  it('ticks a question once its answer is in, and the next cards move up to the keys', async () => {
    const { page, store, questions, ids } = await twoQuestions();
    store.actions.insert(1);
    expect(questions()[0]?.isAnswered).toBe(false);
    page.settle();
    expect(questions().map(({ isAnswered }) => isAnswered)).toEqual([true, false]);
    expect(ids()).toEqual(['leave']);
    store.actions.press('insert-1');
    expect(page.inserts().at(-1)?.text).toBe('You can cancel until the 20th.');
  });

  it('does not tick a question whose answer was refused, or that was asked back', async () => {
    const { page, store, questions } = await twoQuestions();
    store.actions.insert(1);
    page.settle({ outcome: 'refused', why: 'busy' });
    const card = cardAt(store, 3);
    const { entry } = card.suggestion;
    store.actions.insertQuestion({
      ...card,
      suggestion: { ...card.suggestion, entry: { ...entry, asksFirst: 'Which line?' } },
    });
    page.settle();
    expect(questions().map(({ isAnswered }) => isAnswered)).toEqual([false, false]);
  });

  it('is ticked and unticked by hand', async () => {
    const { store, ids } = await twoQuestions();
    store.actions.tickQuestion('light', true);
    expect(ids()).toEqual(['leave']);
    store.actions.tickQuestion('leave', true);
    expect(panelView(store.getState())).toBe('cards');
    store.actions.tickQuestion('light', false);
    expect(ids()).toEqual(['light', 'outage']);
  });

  it('keeps its ticks while the customer writes on, and loses them with the cue', async () => {
    const { brain, show, store, questions } = await twoQuestions();
    store.actions.tickQuestion('light', true);
    await show(conversation('c1', [...asking.messages, customer('m2', 'Please hurry')]));
    expect(questions()[0]?.isAnswered).toBe(true);
    brain.groups = [];
    await show(conversation('c2', [customer('m9', 'Hello')]));
    expect(store.getState().answered).toEqual([]);
  });

  it('shows in quiet mode the direct answers to each', async () => {
    const { store, ids } = await twoQuestions();
    store.actions.setQuiet(true);
    await settled();
    expect(ids()).toEqual(['light', 'leave']);
    expect(keptBack(store.getState())).toEqual([outage, bill]);
  });
});

describe('a plain message', () => {
  it('has no groups, and its answer ticks its question in case a second one follows', async () => {
    const { brain, page, show, store } = await setUpPanel((fake) => {
      fake.suggestions = [light];
      fake.groups = [{ key: 'light', range: [0, first.length], suggestions: [light] }];
    });
    await show(conversation('c1', [customer('m1', first)]));
    expect(questionCards(store.getState())).toEqual([]);
    store.actions.insert(1);
    page.settle();
    brain.groups = groups;
    await show(conversation('c1', [customer('m1', first), customer('m2', 'And how do I cancel?')]));
    expect(questionCards(store.getState()).map(({ isAnswered }) => isAnswered)).toEqual([
      true,
      false,
    ]);
  });
});
