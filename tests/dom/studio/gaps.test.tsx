import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Params } from '../../../lib/protocol/brain-calls';
import { noTeam } from '../../../lib/protocol/team-calls';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
});

const gap = (id: string, text: string, at: number) => ({ id, text, consoleId: 'zendesk', at });

async function withGaps() {
  const shown = await renderStudio([fileEntry('hours')]);
  studio = shown;
  const closed: string[][] = [];
  const rules: Params<'gaps.rules'>[] = [];
  const role = 'supervisor' as const;
  const bases = [{ kb: 'mine', role, unpublished: 0 }];
  shown.answer('team.status', () => ({ ...noTeam, state: 'synced' as const, role, bases }));
  shown.answer('team.changes', () => ({ changes: [], panels: null }));
  shown.answer('review.list', () => null);
  shown.answer('gaps.list', () => ({
    gaps: [
      gap('gap-one', 'Do you sell kites?', 1),
      gap('gap-two', 'where is ‹order›', 2),
      gap('gap-three', 'do you sell  KITES?', 3),
    ],
    sharing: false,
    redaction: [{ name: 'order', pattern: 'HB-######' }],
  }));
  shown.answer('gaps.close', ({ ids }) => {
    closed.push([...ids]);
    return { done: true };
  });
  shown.answer('gaps.rules', (params) => {
    rules.push(params);
    return { done: true };
  });
  await act(async () => shown.studio.team.actions.look());
  await shown.settle();
  await shown.settle();
  await shown.click(shown.button('Unanswered questions: 3'));
  const texts = () =>
    [...shown.root.querySelectorAll('li[data-gap] > div:first-child')].map((e) => e.textContent);
  return { ...shown, closed, rules, texts };
}

describe('the team’s unanswered questions', () => {
  it('are listed by how often they were asked, and put away together', async () => {
    const { texts, root, button, click, closed } = await withGaps();
    expect(texts()).toEqual(['Do you sell kites?', 'where is ‹order›']);
    expect(root.textContent).toContain('2×');
    expect(root.textContent).toContain('zendesk');
    await click(button('Done: Do you sell kites?'));
    expect(closed).toEqual([['gap-one', 'gap-three']]);
  });

  it('do not come back by an answer that was asked for before they were put away', async () => {
    const { answer, brain, settle, texts } = await withGaps();
    const before = await brain.call('gaps.list', null);
    const late = Promise.withResolvers<typeof before>();
    answer('gaps.list', () => late.promise);
    await act(async () => void window.dispatchEvent(new Event('focus')));
    answer('gaps.list', () => ({ gaps: [], sharing: false, redaction: [] }));
    await act(async () => void window.dispatchEvent(new Event('focus')));
    await settle();
    expect(texts()).toEqual([]);
    late.resolve(before);
    await settle();
    expect(texts()).toEqual([]);
  });

  it('become a new answer that is asked for in their words', async () => {
    const { button, click, studio: store, settle } = await withGaps();
    await click(button('Write an answer: Do you sell kites?'));
    await settle();
    const { open, drafts, dialog } = store.getState();
    expect(dialog).toBeUndefined();
    const draft = open === undefined ? undefined : drafts[open];
    expect(draft?.saved).toBeUndefined();
    expect(draft?.phrasings).toEqual([{ text: 'Do you sell kites?', source: 'author' }]);
  });

  it('come unasked once that is switched on, without what the rules name', async () => {
    const { field, click, type, button, rules, root } = await withGaps();
    await click(field('Questions that no answer fits come here'));
    expect(rules).toEqual([
      { sharing: true, redaction: [{ name: 'order', pattern: 'HB-######' }] },
    ]);
    await type(field('Also put out of sight'), 'order HB');
    await click(button('Save'));
    expect(root.textContent).toContain('Not understood: order HB');
    await type(field('Also put out of sight'), 'order: HB-######\n保单：@@#+');
    await click(button('Save'));
    expect(rules.at(-1)?.redaction).toEqual([
      { name: 'order', pattern: 'HB-######' },
      { name: '保单', pattern: '@@#+' },
    ]);
  });
});
