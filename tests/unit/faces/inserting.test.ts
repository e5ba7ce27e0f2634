import { describe, expect, it, vi } from 'vitest';
import type { InsertOutcome } from '../../../lib/protocol/console-messages';
import { agent, conversation, customer, suggestion } from './support/samples';
import { cardAt, settled, setUpPanel } from './support/set-up-panel';

const red = suggestion('red', '**Sorry**, {{customer.name}}: a red light means no signal.');
const order = suggestion('order', 'Order {{ask:order number}} is on its way, {{customer.name}}.');
const refund = suggestion('refund', 'The refund is AMOUNT.', { entry: { mustEdit: true } });
const asking = conversation('c1', [customer('m1', 'The light is red')]);
const other = conversation('c2', [customer('m1', 'Where is my bill?')]);

const withCards = () =>
  setUpPanel((brain) => {
    brain.suggestions = [red, order, refund];
  });

describe('inserting', () => {
  it('sends the text as shown, within the call itself', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    expect(page.inserts()).toEqual([
      {
        type: 'insert.request',
        requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
        conversationKey: 'c1',
        text: 'Sorry, Zhang Wei: a red light means no signal.',
        formatted: [
          {
            listed: false,
            runs: [
              { text: 'Sorry', bold: true },
              { text: ', ' },
              { text: 'Zhang Wei' },
              { text: ': a red light means no signal.' },
            ],
          },
        ],
        mode: 'caret',
        allowNote: false,
      },
    ]);
  });

  it('goes to the conversation that the cards are for, once, and is recorded once it is in', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    store.actions.insert(1);
    expect(page.inserts()).toHaveLength(1);
    expect(brain.kinds()).toEqual(['shown']);
    page.settle();
    page.settle();
    expect(brain.kinds()).toEqual(['shown', 'inserted']);
    expect(store.getState().statuses['cue:harbour/red']?.kind).toBe('inserted');
  });

  it('counts a card that is inserted again for the same cue as one pick', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    page.settle();
    store.actions.insert(1);
    page.settle();
    expect(page.inserts()).toHaveLength(2);
    expect(brain.kinds()).toEqual(['shown', 'inserted']);
  });

  it('tells the agent who moved on that nothing was inserted', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    await show(other);
    expect(page.inserts()[0]?.conversationKey).toBe('c1');
    page.settle({ outcome: 'refused', why: 'conversation-changed' });
    expect(store.getState().movedAway).toBe(true);
    // The new conversation has a card of the same entry: it asked for nothing.
    expect(store.getState().statuses).toEqual({});
    expect(brain.kinds()).not.toContain('inserted');
  });

  it('keeps to the conversation that a card was painted for, however late the click', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    const painted = cardAt(store, 1);
    await show(other);
    store.actions.insert(painted);
    expect(page.inserts()[0]?.conversationKey).toBe('c1');
    expect(store.getState().statuses).toEqual({});
  });

  it('into a note only after the agent said so', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    page.settle({ outcome: 'refused', why: 'note-mode' });
    expect(store.getState().statuses['cue:harbour/red']).toMatchObject({ why: 'note-mode' });
    store.actions.insertAsNote('cue:harbour/red');
    expect(page.inserts().map((request) => request.allowNote)).toEqual([false, true]);
    expect(page.inserts()[1]?.text).toBe(page.inserts()[0]?.text);
  });

  it('goes beside a draft first, and replaces it only when asked', async () => {
    const { page, show, store } = await withCards();
    await show({ ...asking, hasDraft: true });
    store.actions.insert(1);
    page.settle();
    expect(store.getState().statuses['cue:harbour/red']).toMatchObject({ besideDraft: true });
    store.actions.replaceDraft('cue:harbour/red');
    page.settle();
    expect(page.inserts().map((request) => request.mode)).toEqual(['caret', 'replace']);
    expect(store.getState().statuses['cue:harbour/red']).toMatchObject({ besideDraft: false });
  });

  it.each<[InsertOutcome, object]>([
    [{ outcome: 'copied' }, { kind: 'copied-instead' }],
    [
      { outcome: 'refused', why: 'busy' },
      { kind: 'refused', why: 'busy' },
    ],
    [
      { outcome: 'refused', why: 'panel-covered' },
      { kind: 'refused', why: 'panel-covered' },
    ],
  ])('shows the outcome %o on the card', async (outcome, status) => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    page.settle(outcome);
    expect(store.getState().statuses['cue:harbour/red']).toMatchObject(status);
  });

  it('says so when the page does not answer, and believes it when it answers late', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    await vi.waitFor(
      () =>
        expect(store.getState().statuses['cue:harbour/red']).toMatchObject({ why: 'no-answer' }),
      10_000,
    );
    page.settle();
    expect(store.getState().statuses['cue:harbour/red']?.kind).toBe('inserted');
  });

  it('does nothing for a number whose card was called wrong, and moves no other number', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.reject(1);
    store.actions.insert(1);
    expect(page.inserts()).toEqual([]);
    store.actions.edit(3);
    expect(store.getState().editing?.card.suggestion).toBe(refund);
  });
});

describe('slots', () => {
  it('that lack a value are asked for instead of being inserted', async () => {
    const { page, show, store, copied } = await withCards();
    await show(asking);
    store.actions.insert(2);
    expect(page.inserts()).toEqual([]);
    expect(store.getState().statuses['cue:harbour/order']).toEqual({
      kind: 'missing',
      slot: 'ask:order number',
    });
    expect(store.getState().focus).toEqual({
      on: 'slot',
      key: 'cue:harbour/order',
      slot: 'ask:order number',
    });
    await store.actions.copy(2);
    expect(copied).toEqual([]);
    const card = cardAt(store, 2);
    store.actions.fillSlot(card, 'ask:order number', ' 4711 ');
    store.actions.insert(2);
    expect(page.inserts()[0]?.text).toBe('Order 4711 is on its way, Zhang Wei.');
  });

  it('keep a typed name for all cards of the conversation, and not for the next one', async () => {
    const { page, show, store } = await withCards();
    const { customerName: _, ...nameless } = asking;
    await show(nameless);
    store.actions.insert(1);
    expect(store.getState().statuses['cue:harbour/red']).toMatchObject({ slot: 'customer.name' });
    const card = cardAt(store, 1);
    store.actions.fillSlot(card, 'customer.name', 'Ms Chen');
    store.actions.insert(1);
    expect(page.inserts()[0]?.text).toContain('Ms Chen');
    const { customerName: __, ...alsoNameless } = other;
    await show(alsoNameless);
    store.actions.insert(1);
    expect(page.inserts()).toHaveLength(1);
  });
});

describe('a question that comes first', () => {
  it('is inserted instead of the answer', async () => {
    const asksFirst = 'Which order, {{customer.name}}?';
    const { page, show, store } = await setUpPanel((brain) => {
      brain.suggestions = [suggestion('order', 'It is on its way.', { entry: { asksFirst } })];
    });
    await show(asking);
    store.actions.insertQuestion(cardAt(store, 1));
    expect(page.inserts()[0]?.text).toBe('Which order, Zhang Wei?');
  });
});

describe('editing', () => {
  it('inserts the changed text and records the difference', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    store.actions.edit(1);
    expect(store.getState().editing?.text).toBe('Sorry, Zhang Wei: a red light means no signal.');
    store.actions.editText('Sorry: no signal.');
    store.actions.editInsert();
    page.settle();
    expect(page.inserts()[0]?.text).toBe('Sorry: no signal.');
    expect(brain.events().at(-1)?.event).toEqual({
      kind: 'edited',
      cueText: 'The light is red',
      entry: { base: 'harbour', id: 'red' },
      place: 1,
      before: 'Sorry, Zhang Wei: a red light means no signal.',
      after: 'Sorry: no signal.',
    });
    expect(store.getState().editing).toBeUndefined();
  });

  it('comes first for an entry that must be adapted, and unchanged it is not inserted', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(3);
    expect(store.getState().editing?.text).toBe('The refund is AMOUNT.');
    store.actions.insert(3);
    expect(store.getState().statuses['cue:harbour/refund']?.kind).toBe('unchanged');
    expect(page.inserts()).toEqual([]);
    store.actions.editText('The refund is 20 euros.');
    store.actions.editInsert();
    expect(page.inserts()[0]?.text).toBe('The refund is 20 euros.');
  });

  it('does not let an open slot through', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.edit(2);
    expect(store.getState().editing?.text).toContain('{{ask:order number}}');
    store.actions.editInsert();
    expect(page.inserts()).toEqual([]);
    expect(store.getState().statuses['cue:harbour/order']?.kind).toBe('missing');
  });

  it('stays open when the insertion is refused', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.edit(1);
    store.actions.editText('Mine');
    store.actions.editInsert();
    page.settle({ outcome: 'refused', why: 'busy' });
    expect(store.getState().editing?.text).toBe('Mine');
  });

  it('waits for the agent to come back to the conversation, and goes nowhere else', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.edit(1);
    store.actions.editText('Mine');
    await show(other);
    expect(store.getState().editing).toBeUndefined();
    await show(asking);
    expect(store.getState().editing?.text).toBe('Mine');
    store.actions.editInsert();
    expect(page.inserts()[0]).toMatchObject({ conversationKey: 'c1', text: 'Mine' });
  });

  it('outlives new suggestions and the next question', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    store.actions.edit(1);
    store.actions.editText('Mine');
    brain.suggestions = [order];
    await show(
      conversation('c1', [...asking.messages, agent('m2', 'Wait'), customer('m3', 'Order?')]),
    );
    expect(store.getState().suggestions).toEqual([order]);
    expect(store.getState().editing?.text).toBe('Mine');
  });

  it('takes up again what was left for another card, until it is cancelled', async () => {
    const { show, store } = await withCards();
    await show(asking);
    store.actions.edit(1);
    store.actions.editText('Mine');
    store.actions.edit(2);
    store.actions.edit(1);
    expect(store.getState().editing?.text).toBe('Mine');
    store.actions.editCancel();
    store.actions.edit(1);
    expect(store.getState().editing?.text).toContain('Zhang Wei');
  });
});

describe('copying', () => {
  it('copies the text as shown', async () => {
    const { copied, show, store } = await withCards();
    await show(asking);
    await store.actions.copy(1);
    await settled();
    expect(copied).toEqual(['Sorry, Zhang Wei: a red light means no signal.']);
    expect(store.getState().statuses['cue:harbour/red']?.kind).toBe('copied');
  });
});
