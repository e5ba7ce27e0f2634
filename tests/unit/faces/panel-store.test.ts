import { describe, expect, it, vi } from 'vitest';
import { placeOf } from '../../../lib/faces/panel-place';
import { panelView } from '../../../lib/faces/panel-view';
import type { ResultOf } from '../../../lib/protocol/brain-calls';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import { agent, conversation, customer, noon, suggestion } from './support/samples';
import { cardAt, settled, setUpPanel, type TestPanel } from './support/set-up-panel';

const red = suggestion('red', 'A red light means no signal.');
const outage = suggestion('outage', 'There is an outage.');
const credit = suggestion('credit', 'You get a credit.');
const asking = conversation('c1', [customer('m1', 'The light is red')]);

const withCards = () =>
  setUpPanel((brain) => {
    brain.suggestions = [red, outage];
    brain.related = [credit];
  });

describe('ranking the cue', () => {
  it('asks with the burst, what the customer wrote before it, and where it is', async () => {
    const { brain, show } = await withCards();
    await show(
      conversation('c1', [
        customer('m1', 'Hi'),
        agent('m2', 'Hello'),
        customer('m3', 'The light is red'),
        customer('m4', 'Since last night'),
      ]),
    );
    expect(brain.calls.find((call) => call.name === 'cue.rank')?.params).toEqual({
      cueId: 'c1/m3..m4',
      text: 'The light is red\nSince last night',
      earlier: ['Hi'],
      origin: { host: 'desk.example', console: 'demo' },
    });
  });

  it('drops an answer that comes after the customer wrote more', async () => {
    const waiting = new Map<string, (ranked: ResultOf<'cue.rank'>) => void>();
    const { brain, show, store } = await setUpPanel((fake) => {
      fake.answers['cue.rank'] = ({ cueId }) =>
        new Promise((resolve) => waiting.set(cueId, resolve));
    });
    await show(asking);
    await show(
      conversation('c1', [customer('m1', 'The light is red'), customer('m2', 'No: green')]),
    );
    brain.suggestions = [outage];
    waiting.get('c1/m1..m2')?.(brain.rankFor('c1/m1..m2'));
    await settled();
    brain.suggestions = [red];
    waiting.get('c1/m1..m1')?.(brain.rankFor('c1/m1..m1'));
    await settled();
    expect(store.getState().suggestions).toEqual([outage]);
    expect(brain.kinds()).toEqual(['shown']);
  });

  it('does not ask again when the page reports the same conversation again', async () => {
    const { brain, show } = await withCards();
    await show(asking);
    const before = brain.calls.length;
    await show({ ...asking, hasDraft: true });
    expect(brain.calls.length).toBe(before);
  });

  it('keeps cards, typed slots and rejections while a burst grows', async () => {
    const never = new Promise<never>(() => {});
    const { brain, show, store } = await withCards();
    await show(asking);
    store.actions.reject(2);
    const [first] = store.getState().suggestions;
    expect(first).toBe(red);
    brain.answers['cue.rank'] = () => never;
    await show(conversation('c1', [customer('m1', 'The light is red'), customer('m2', 'Hello?')]));
    expect(store.getState().suggestions).toEqual([red, outage]);
    expect(store.getState().rejected).toEqual(['cue:harbour/outage']);
    expect(store.getState().ranking).toBe('ranking');
  });

  it('clears the cards at once when another conversation is shown', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    brain.answers['cue.rank'] = () => new Promise<never>(() => {});
    await show(conversation('c2', [customer('m9', 'Where is my bill?')]));
    expect(store.getState().suggestions).toEqual([]);
    expect(panelView(store.getState())).toBe('ranking');
  });

  it('ranks again when the knowledge changes', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    brain.suggestions = [credit];
    brain.tell({ news: 'knowledge.changed', bases: brain.bases });
    await settled();
    expect(store.getState().suggestions).toEqual([credit]);
  });

  it('says so when the brain fails, and recovers on trying again', async () => {
    const { brain, show, store } = await withCards();
    brain.answers['cue.rank'] = () => Promise.reject(new Error('gone'));
    await show(asking);
    expect(panelView(store.getState())).toBe('rank-failed');
    delete brain.answers['cue.rank'];
    await store.actions.rank();
    expect(panelView(store.getState())).toBe('cards');
  });
});

describe('the cue after the agent answered', () => {
  it('stays, marked as replied, until the customer writes again', async () => {
    const { show, store } = await withCards();
    await show(asking);
    await show(conversation('c1', [...asking.messages, agent('m2', 'Done')]));
    expect(store.getState()).toMatchObject({ replied: true, suggestions: [red, outage] });
    expect(store.getState().cue?.text).toBe('The light is red');
    await show(
      conversation('c1', [...asking.messages, agent('m2', 'Done'), customer('m3', 'Thanks')]),
    );
    expect(store.getState().replied).toBe(false);
    expect(store.getState().cue?.text).toBe('Thanks');
  });

  it('goes when the conversation changes', async () => {
    const { show, store } = await withCards();
    await show(asking);
    await show(conversation('c1', [...asking.messages, agent('m2', 'Done')]));
    await show(conversation('c2', [agent('x', 'Hello')]));
    expect(store.getState()).toMatchObject({ replied: false, cue: undefined, suggestions: [] });
    expect(panelView(store.getState())).toBe('no-question');
  });
});

describe('waiting time', () => {
  it('counts from the message where the page knows, else from when it was seen to come', async () => {
    const { show, store } = await withCards();
    await show(conversation('c1', [{ ...customer('m1', 'Hi'), at: noon - 12_000 }]));
    expect(store.getState().waitingSince).toBe(noon - 12_000);
    await show(conversation('c2', [customer('m1', 'Hi')]));
    expect(store.getState().waitingSince).toBeUndefined();
    await show(
      conversation('c2', [customer('m1', 'Hi'), agent('m2', 'Yes?'), customer('m3', 'Red light')]),
    );
    expect(store.getState().waitingSince).toBe(noon);
  });
});

describe('events', () => {
  it('records once per cue what was shown, also when the agent comes back to it', async () => {
    const { brain, show } = await withCards();
    await show(asking);
    await show(conversation('c2', [agent('x', 'Hello')]));
    await show(asking);
    expect(brain.events()).toEqual([
      {
        cueId: expect.stringMatching(/^c1\//),
        conversationKey: 'c1',
        consoleId: 'demo',
        eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
        event: {
          kind: 'shown',
          cueText: 'The light is red',
          entries: [
            { base: 'harbour', id: 'red' },
            { base: 'harbour', id: 'outage' },
          ],
        },
      },
    ]);
  });

  it('records a rejection and its undoing, each once', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    store.actions.reject(1);
    store.actions.reject(1);
    expect(store.getState().rejected).toEqual(['cue:harbour/red']);
    const card = cardAt(store, 1);
    store.actions.undoReject(card);
    store.actions.undoReject(card);
    expect(store.getState().rejected).toEqual([]);
    expect(brain.kinds()).toEqual(['shown', 'rejected', 'rejection-undone']);
  });

  it('takes a pick back when the inserted card is rejected, and repeats it when that is undone', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    store.actions.insert(1);
    page.settle();
    const card = cardAt(store, 1);
    store.actions.reject(card);
    expect(brain.kinds()).toEqual(['shown', 'inserted', 'insert-undone', 'rejected']);
    store.actions.undoReject(card);
    expect(brain.kinds().slice(4)).toEqual(['rejection-undone', 'inserted']);
    store.actions.reject(2);
    expect(brain.kinds().slice(6)).toEqual(['rejected']);
  });

  it('records a gap once', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    store.actions.noteGap();
    store.actions.noteGap();
    expect(brain.events().at(-1)?.event).toEqual({ kind: 'gap', cueText: 'The light is red' });
    expect(brain.kinds()).toEqual(['shown', 'gap']);
  });

  it('that are picks of a team’s base are offered to the team, and no others', async () => {
    const offeredBy = async (bases: TeamStatus['bases']) => {
      const { brain, page, show, store } = await withCards();
      brain.answers['team.status'] = async () => ({ ...noTeam, state: 'synced', bases });
      store.team.actions.look();
      await show(asking);
      store.actions.insert(1);
      page.settle();
      await settled();
      return brain.calls.filter(({ name }) => name === 'team-learning.offer');
    };
    expect(await offeredBy([])).toEqual([]);
    const [offered, ...more] = await offeredBy([{ kb: 'harbour', role: 'agent', unpublished: 0 }]);
    expect([offered?.params, more]).toEqual([{ seq: 1 }, []]);
  });

  it('takes back the gap that was noted, once, also when the burst has grown since', async () => {
    const { brain, show, store } = await withCards();
    await show(asking);
    store.actions.undoGap();
    store.actions.noteGap();
    await show(conversation('c1', [...asking.messages, customer('m2', 'Hello?')]));
    store.actions.undoGap();
    store.actions.undoGap();
    const [gap, undone] = brain.events().filter(({ event }) => event.kind !== 'shown');
    expect(undone).toEqual({
      ...gap,
      event: { kind: 'gap-undone', cueText: 'The light is red' },
      eventId: expect.not.stringContaining(gap?.eventId ?? ''),
    });
    expect(store.getState().gapNoted).toBeUndefined();
    store.actions.noteGap();
    expect(brain.kinds().filter((kind) => kind !== 'shown')).toEqual(['gap', 'gap-undone', 'gap']);
  });

  it('that cannot be recorded do not stand in the way', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { brain, page, show, store } = await withCards();
    brain.answers['event.record'] = () => Promise.reject(new Error('full'));
    await show(asking);
    store.actions.insert(1);
    page.settle();
    await settled();
    expect(store.getState().statuses['cue:harbour/red']?.kind).toBe('inserted');
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});

describe('the panel around the cards', () => {
  it('tells the page its keys and its place when it starts', async () => {
    const { page } = await withCards();
    expect(page.sent.map((message) => message.type)).toEqual(['keys.listen', 'panel.place']);
  });

  it('collapses by key, and a collapsed panel shows its cards before it inserts one', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    page.say({ type: 'key.pressed', action: 'toggle' });
    await settled();
    expect(brain.settings.places['desk.example']?.collapsed).toBe(true);
    expect(page.sent.at(-1)).toMatchObject({ type: 'panel.place', collapsed: true });
    page.say({ type: 'key.pressed', action: 'insert-1' });
    expect(placeOf(store.getState()).collapsed).toBe(false);
    expect(page.inserts()).toEqual([]);
    page.say({ type: 'key.pressed', action: 'insert-1' });
    expect(page.inserts()).toHaveLength(1);
  });

  it('inserts the holding reply with the customer’s name', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    store.actions.hold();
    expect(page.inserts()[0]?.text).toBe('One moment please, Zhang Wei.');
  });

  it('says what the holding reply lacks instead of sending braces', async () => {
    const { page, show, store } = await withCards();
    const { customerName: _, ...nameless } = asking;
    await show(nameless);
    store.actions.hold();
    expect(page.inserts()).toEqual([]);
    expect(store.getState().statuses.hold).toEqual({ kind: 'missing', slot: 'customer.name' });
  });

  it('keeps saying that the extension is gone, with the cards still there', async () => {
    const { page, show, store } = await withCards();
    await show(asking);
    page.say({ type: 'extension.gone' });
    page.say({ type: 'console.state', state: 'reading', host: 'desk.example', consoleName: null });
    expect(store.getState().consoleState).toBe('gone');
    expect(panelView(store.getState())).toBe('cards');
  });

  it('says that it has heard of a cover before any wish that is judged by it', async () => {
    const { page, store } = await setUpPanel();
    page.say({ type: 'panel.sight', isInSight: false });
    expect(page.sent.at(-1)).toEqual({ type: 'sight.heard', isInSight: false });
    expect(store.coverGuard.mayAct()).toBe(false);
  });

  it('reports an unreachable brain, and connects on trying again', async () => {
    const { brain, store } = await setUpPanel((fake) => {
      fake.answers['settings.read'] = () => Promise.reject(new Error('gone'));
    });
    expect(panelView(store.getState())).toBe('unreachable');
    delete brain.answers['settings.read'];
    await store.actions.connect();
    expect(store.getState().brainState).toBe('ready');
  });

  it('shows the way to knowledge while there is only small talk', async () => {
    const { store } = await setUpPanel((brain) => {
      brain.bases = brain.bases.map((base) => ({ ...base, smallTalk: true }));
    });
    expect(panelView(store.getState())).toBe('no-knowledge');
  });

  it('imports a file of any kind and keeps the result to be shown', async () => {
    const { brain, store } = await withCards();
    await store.actions.importFile(new File(['question,answer'], 'answers.csv'));
    const [previewed, applied] = brain.calls.slice(-2);
    expect(previewed?.params).toMatchObject({ fileName: 'answers.csv' });
    expect(applied?.params).toEqual({ previewId: 'p1', mode: 'merge' });
    expect(store.getState().importing).toEqual({ kind: 'done', result: brain.imported });
  });

  it('takes a Cuecard file in place of the base, and only whole', async () => {
    const { brain, store } = await withCards();
    if (brain.preview.outcome !== 'ready') throw new Error('The fake preview is not ready');
    const whole = { ...brain.preview, format: 'cuecard' as const };
    brain.preview = whole;
    await store.actions.importFile(new File(['{}'], 'answers.json'));
    expect(brain.calls.at(-1)?.params).toEqual({ previewId: 'p1', mode: 'replace' });

    const problem = {
      kind: 'no-answer' as const,
      row: 3,
      column: 'answer',
      reason: 'is empty',
      asks: 'Where?',
    };
    brain.preview = {
      ...whole,
      counts: { ...whole.counts, bad: 1 },
      bad: { rows: [problem], more: 0 },
    };
    await store.actions.importFile(new File(['{}'], 'answers.json'));
    expect(brain.calls.at(-1)?.name).toBe('import.preview');
    expect(store.getState().importing).toEqual({ kind: 'refused', problems: [problem], more: 0 });
  });

  it('follows an import, wherever it was started, and forgets it at its end', async () => {
    const { brain, store } = await withCards();
    const progress = { news: 'import.progress', previewId: 'other', total: 300 } as const;
    brain.tell({ ...progress, done: 120 });
    expect(store.getState().importProgress).toEqual({ done: 120, total: 300 });
    brain.tell({ ...progress, done: 300 });
    expect(store.getState().importProgress).toBeUndefined();
    brain.tell({ ...progress, done: 10 });
    brain.tell({ news: 'knowledge.changed', bases: brain.bases });
    expect(store.getState().importProgress).toBeUndefined();
  });

  it('listens no more once stopped', async () => {
    const { page, store } = await withCards();
    store.actions.stop();
    page.say({ type: 'extension.gone' });
    expect(store.getState().consoleState).toBe('reading');
  });
});

describe('finding', () => {
  it('drops answers to a query that was typed over', async () => {
    const waiting: ((result: ResultOf<'entries.find'>) => void)[] = [];
    const { store } = await setUpPanel((brain) => {
      brain.answers['entries.find'] = () => new Promise((resolve) => waiting.push(resolve));
    });
    void store.actions.find('re');
    void store.actions.find('red');
    waiting[1]?.({ suggestions: [red] });
    waiting[0]?.({ suggestions: [outage] });
    await settled();
    expect(store.getState().find).toMatchObject({ answered: 'red', results: [red] });
  });

  it('ends when the agent moves on, also when its answer comes later', async () => {
    const { brain, show, store } = await withCards();
    brain.found = [credit];
    await show(asking);
    const finding = store.actions.find('credit');
    await show(conversation('c2', [customer('m1', 'Where is my bill?')]));
    await finding;
    expect(store.getState().find).toMatchObject({ query: '', results: [] });
    expect(panelView(store.getState())).toBe('cards');
  });

  it('gives the number keys to what was found, and records it at place 0', async () => {
    const { brain, page, show, store } = await withCards();
    brain.found = [credit];
    await show(asking);
    await store.actions.find('credit');
    page.say({ type: 'key.pressed', action: 'insert-1' });
    expect(page.inserts()[0]?.text).toBe('You get a credit.');
    page.settle();
    expect(brain.events().at(-1)?.event).toEqual({
      kind: 'inserted',
      cueText: 'The light is red',
      entry: { base: 'harbour', id: 'credit' },
      place: 0,
    });
  });

  it('keeps a number key for what was meant by the words, where they are still searched for', async () => {
    const { brain, page, show, store } = await withCards();
    await show(asking);
    brain.found = [outage];
    await store.actions.find('out');
    const answers = Promise.withResolvers<ResultOf<'entries.find'>>();
    brain.answers['entries.find'] = () => answers.promise;
    void store.actions.find('credit');
    page.say({ type: 'key.pressed', action: 'insert-1' });
    expect(page.inserts()).toEqual([]);
    answers.resolve({ suggestions: [credit] });
    await settled();
    expect(page.inserts().map(({ text }) => text)).toEqual(['You get a credit.']);
  });

  it('forgets a number key when other words are typed, or the conversation changes', async () => {
    for (const comesBetween of [
      ({ store }: TestPanel) => store.actions.find('red'),
      ({ show }: TestPanel) => show(conversation('c2', [customer('m1', 'Where is my bill?')])),
    ]) {
      const panel = await withCards();
      await panel.show(asking);
      const answers = Promise.withResolvers<ResultOf<'entries.find'>>();
      panel.brain.answers['entries.find'] = () => answers.promise;
      void panel.store.actions.find('credit');
      panel.page.say({ type: 'key.pressed', action: 'insert-1' });
      const between = comesBetween(panel);
      answers.resolve({ suggestions: [credit] });
      await between;
      await settled();
      expect(panel.page.inserts()).toEqual([]);
    }
  });

  it('refuses in words to insert where no conversation is open', async () => {
    const { brain, page, store } = await withCards();
    brain.found = [credit];
    await store.actions.find('credit');
    store.actions.insert(1);
    expect(page.inserts()).toEqual([]);
    expect(store.getState().statuses['find:harbour/credit']).toEqual({
      kind: 'refused',
      why: 'no-conversation',
    });
  });
});
