import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { noTeam, type TeamStatus } from '../../../lib/protocol/team-calls';
import { conversation, customer, suggestion } from '../../unit/faces/support/samples';
import { settled } from '../../unit/faces/support/set-up-panel';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;
afterEach(async () => {
  await panel?.unmount();
});

const red = suggestion('red', 'A red light means no signal.');
const outage = suggestion('outage', 'There is an outage.');
const redNow = suggestion('red', 'Please wait ten minutes.', { entry: { updatedAt: 9 } });
const inTeam: TeamStatus = {
  ...noTeam,
  state: 'synced',
  bases: [{ kb: 'harbour', role: 'agent', unpublished: 0 }],
};

/** A panel that shows two answers of a team, which then publishes what it is given. */
async function published(team: TeamStatus = inTeam) {
  const shown = await renderPanel((brain) => {
    brain.suggestions = [red, outage];
    brain.answers['team.status'] = async () => team;
    brain.answers['studio.entry'] = async () => ({ entry: null });
  });
  panel = shown;
  await shown.show(conversation('c1', [customer('m1', 'The light is red')]));
  const { brain } = shown;
  const publish = async (...suggestions: (typeof red)[]) => {
    brain.suggestions = suggestions;
    await shown.tell({ news: 'knowledge.changed', bases: brain.bases });
    await act(settled);
  };
  const mark = (at: number) => shown.cards()[at]?.querySelector('[data-update]');
  const inserted = () => shown.page.inserts().at(-1)?.text;
  return { ...shown, publish, mark, inserted };
}

describe('an answer that the team changes while its card is on screen', () => {
  it('is marked, and what is read is what is inserted until the new text is taken', async () => {
    const { publish, mark, cards, button, click, inserted, store } = await published();
    await publish(redNow, outage);
    expect(mark(0)?.textContent).toContain('Updated just now');
    expect(mark(1)).toBeNull();
    expect(cards()[0]?.textContent).toContain('A red light means no signal.');
    await act(async () => store.actions.insert(1));
    expect(inserted()).toBe('A red light means no signal.');

    await click(button('Show the new text'));
    expect(mark(0)).toBeNull();
    expect(cards()[0]?.textContent).toContain('Please wait ten minutes.');
    expect(document.activeElement).toBe(cards()[0]);
  });

  it('keeps its old text also when the cards come in another order, and over a further line', async () => {
    const { publish, mark, cards, show } = await published();
    await publish(outage, redNow);
    expect(cards()[1]?.textContent).toContain('A red light means no signal.');
    expect(mark(1)).not.toBeNull();
    await show(conversation('c1', [customer('m1', 'The light is red'), customer('m2', 'Hello?')]));
    expect(cards()[1]?.textContent).toContain('A red light means no signal.');
    expect(mark(1)).not.toBeNull();
    await show(conversation('c2', [customer('m9', 'The light is red')]));
    expect(cards()[1]?.textContent).toContain('Please wait ten minutes.');
    expect(mark(1)).toBeNull();
  });

  it('is not marked any more when the old text is brought back', async () => {
    const { publish, mark } = await published();
    await publish(redNow, outage);
    expect(mark(0)).not.toBeNull();
    await publish(red, outage);
    expect(mark(0)).toBeNull();
  });

  it('keeps the agent’s own words in the editor', async () => {
    const { publish, store, button, click, field } = await published();
    await act(async () => store.actions.edit(1));
    await act(async () => store.actions.editText('My own words.'));
    await publish(redNow, outage);
    await click(button('Show the new text'));
    expect(field('Edit: Title of red').value).toBe('My own words.');
  });

  it('is marked in what was searched for, too', async () => {
    const { brain, publish, store, mark, button, click, cards } = await published();
    brain.found = [red];
    await act(() => store.actions.find('red'));
    brain.found = [redNow];
    await publish(redNow, outage);
    expect(cards()[0]?.textContent).toContain('A red light means no signal.');
    expect(mark(0)).not.toBeNull();
    await click(button('Show the new text'));
    expect(cards()[0]?.textContent).toContain('Please wait ten minutes.');
  });

  it('changes at once where it is the person’s own, who changed it themselves', async () => {
    const { publish, mark, cards } = await published(noTeam);
    await publish(redNow, outage);
    expect(cards()[0]?.textContent).toContain('Please wait ten minutes.');
    expect(mark(0)).toBeNull();
  });
});

describe('an answer that the team takes out while its card is on screen', () => {
  it('stays where it is with a mark, until it is put away', async () => {
    const { publish, mark, cards, button, click } = await published();
    await publish(outage);
    expect(mark(0)?.textContent).toContain('Taken out just now');
    expect(cards().map(({ dataset }) => dataset.card)).toEqual([
      'cue:harbour/red',
      'cue:harbour/outage',
    ]);
    await click(button('Put away'));
    expect(cards().map(({ dataset }) => dataset.card)).toEqual(['cue:harbour/outage']);
  });

  it('is not said of one that only ranks lower now', async () => {
    const { brain, publish, mark, cards } = await published();
    brain.answers['studio.entry'] = async () => ({
      entry: {
        id: 'red',
        base: 'harbour',
        title: 'Title of red',
        phrasings: [],
        answer: red.answer,
        variants: {},
        tags: [],
        mustEdit: false,
        links: [],
        updatedAt: 0,
      },
    });
    await publish(outage);
    expect(cards().map(({ dataset }) => dataset.card)).toEqual(['cue:harbour/outage']);
    expect(mark(0)).toBeNull();
  });
});
