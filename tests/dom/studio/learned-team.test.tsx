import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LearnedPhrasing } from '../../../lib/protocol/learning-calls';
import { noTeam } from '../../../lib/protocol/team-calls';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

const day = Date.UTC(2026, 10, 20, 12);
const told = (id: string, over: Partial<LearnedPhrasing> = {}): LearnedPhrasing => ({
  id,
  entry: { base: 'mine', id: 'refund', title: 'Refund' },
  baseName: 'Mine',
  text: `text of ${id}`,
  state: 'live',
  picks: 3,
  people: 2,
  edits: 0,
  events: [],
  firstAt: day,
  lastAt: day,
  endsAt: day,
  ...over,
});

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
  studio = undefined;
});

async function open(role: 'author' | 'supervisor', learned = true) {
  const shown = await renderStudio([fileEntry('refund')]);
  studio = shown;
  let list: LearnedPhrasing[] | null = [told('one'), told('two', { picks: 1, people: 1 })];
  let isOn = learned;
  const asked: unknown[] = [];
  const bases = [{ kb: 'mine', role, unpublished: 0 }];
  shown.answer('team.status', () => ({ ...noTeam, state: 'synced' as const, role, bases }));
  shown.answer('team.changes', () => ({ changes: [], panels: null }));
  shown.answer('review.list', () => null);
  shown.answer('gaps.list', () => ({ gaps: [], sharing: true, redaction: [] }));
  shown.answer('team-learning.sharing', () => ({ learned: isOn }));
  shown.answer('team-learning.share', (params) => {
    asked.push(params);
    isOn = params.learned;
    return { done: true };
  });
  shown.answer('team-learning.list', ({ state }) => {
    if (list === null) return null;
    const of = (which: string) => (list ?? []).filter((each) => each.state === which);
    const counts = {
      live: of('live').length,
      accepted: of('accepted').length,
      refused: of('refused').length,
    };
    return { counts, phrasings: of(state) };
  });
  const becomes = (state: LearnedPhrasing['state']) => (params: { readonly id: string }) => {
    asked.push([state, params]);
    list = (list ?? []).map((each) => (each.id === params.id ? { ...each, state } : each));
    return { outcome: 'done' as const };
  };
  shown.answer('team-learning.accept', becomes('accepted'));
  shown.answer('team-learning.refuse', becomes('refused'));
  shown.answer('team-learning.take-back', becomes('live'));
  await act(async () => shown.studio.team.actions.look());
  await shown.settle();
  await shown.click(shown.button('Learned'));
  const rows = () => [...shown.root.querySelectorAll<HTMLElement>('[data-learned]')];
  return {
    ...shown,
    asked,
    rows,
    texts: () => rows().map((row) => row.querySelector('p')?.textContent),
    tell(next: LearnedPhrasing[] | null) {
      list = next;
    },
  };
}

const ref = (id: string) => ({ base: 'mine', entry: 'refund', id });

describe('what the picks of all agents taught', () => {
  it('is listed with answer, picks, people and since when, beside what this browser learned', async () => {
    const { button, click, rows, texts, root } = await open('supervisor');
    expect(root.textContent).toContain('Nothing new was learned');
    await click(button('The team'));
    expect(texts()).toEqual(['text of one', 'text of two']);
    expect(rows()[0]?.textContent).toContain('picked 3× · by 2 people · since Nov 20, 2026');
    expect(rows()[0]?.textContent).toContain('for Refund · Mine');
    expect(rows()[1]?.textContent).toContain('by 1 person');
    expect(button('The team').getAttribute('aria-pressed')).toBe('true');
  });

  it('is accepted, as it is or in better words, refused for all and taken back', async () => {
    const { button, click, field, type, submit, asked, texts, said, root } =
      await open('supervisor');
    await click(button('The team'));
    await click(button('In better words: text of one'));
    await type(field('The phrasing in better words'), 'where is my money');
    await submit(field('The phrasing in better words'));
    expect(asked).toEqual([['accepted', { ...ref('one'), text: 'where is my money' }]]);
    expect(said()).toBe('Accepted for “Refund”. Everybody has it once you publish.');
    expect(texts()).toEqual(['text of two']);
    await click(button('Refuse: text of two'));
    expect(said()).toBe('Refused. Nobody’s Cuecard learns it for “Refund”.');
    expect(root.textContent).toContain('Nothing new was learned');
    await click(button('Refused 1'));
    await click(button('Take back: text of two'));
    expect(asked.at(-1)).toEqual(['live', ref('two')]);
    await click(button('To look at 1'));
    expect(texts()).toEqual(['text of two']);
  });

  it('goes on with the next by keyboard, and between rows with the arrow keys', async () => {
    const { button, click, press } = await open('supervisor');
    await click(button('The team'));
    button('Refuse: text of one').focus();
    await press(button('Refuse: text of one'), 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Refuse: text of two');
    await click(button('Refuse: text of two'));
    expect(document.activeElement?.textContent).toBe('Accept: text of one');
  });

  it('is not offered to who publishes nowhere', async () => {
    const { root } = await open('author');
    expect(root.textContent).toContain('Nothing new was learned');
    expect(root.textContent).not.toContain('The team');
  });

  it('says that the team does not share it, and by what switch of its own it would', async () => {
    const { button, click, field, tell, asked, said, texts, settle, root } = await open(
      ...(['supervisor', false] as const),
    );
    tell([]);
    await click(button('The team'));
    expect(root.textContent).toContain('Your team does not share how customers ask');
    await click(button('What comes to the team'));
    const others = field('Questions that no answer fits come here') as HTMLInputElement;
    const own = field('Also share how customers ask, when an agent picks an answer');
    // Sharing questions without an answer has switched nothing else on.
    expect([others.checked, (own as HTMLInputElement).checked]).toEqual([true, false]);
    await click(own);
    expect(asked).toEqual([{ learned: true }]);
    tell([told('one')]);
    await click(button('Close'));
    await settle();
    expect(texts()).toEqual(['text of one']);
    expect(said()).not.toContain('does not share');
  });

  it('says when the hub does not answer, and that nothing was changed then', async () => {
    const { button, click, tell, answer, texts, said, root } = await open('supervisor');
    await click(button('The team'));
    answer('team-learning.refuse', () => ({ outcome: 'unreachable' }));
    await click(button('Refuse: text of one'));
    expect(said()).toBe('The hub does not answer. Nothing was changed.');
    expect(texts()).toHaveLength(2);
    tell(null);
    await click(button('Accepted'));
    expect(root.textContent).toContain('What was learned can’t be reached just now.');
  });
});
