import { describe, expect, it, vi } from 'vitest';
import { offeredDraft } from '../../../lib/faces/kept-drafts';
import { type KeptDraft, readableDrafts } from '../../../lib/protocol/kept-draft';
import { agent, conversation, customer, suggestion } from './support/samples';
import { cardAt, setUpPanel } from './support/set-up-panel';

const maria = conversation('c1', [customer('m1', 'The light is red')]);
const tom = conversation('c2', [customer('m1', 'Where is my bill?')]);
const draft: KeptDraft = { conversationKey: 'c1', text: 'Dear Maria,' };

/** What a tab keeps while its page is loaded anew. */
function keeper(kept: readonly KeptDraft[] = []) {
  let drafts = kept;
  return {
    read: () => drafts,
    write(next: readonly KeptDraft[]) {
      drafts = next;
    },
  };
}

const offered = (panel: Awaited<ReturnType<typeof setUpPanel>>) =>
  offeredDraft(panel.store.getState())?.text;

describe('before the page is loaded anew', () => {
  it('the reply box and every answer that is being rewritten are kept', async () => {
    const kept = keeper();
    const { page, show, store } = await setUpPanel((brain) => {
      brain.suggestions = [suggestion('red', 'Restart it.'), suggestion('other', 'Wait.')];
    }, kept);
    await show(maria);
    store.actions.edit(cardAt(store, 1));
    store.actions.editText('Restart it, please.');
    await show(tom);
    // Begun, but as it was offered: nothing to lose.
    store.actions.edit(cardAt(store, 2));
    store.actions.refreshPage();
    expect(page.sent.at(-1)).toEqual({ type: 'page.leave' });
    page.say({ type: 'page.leaving', draft: { conversationKey: 'c2', text: 'Hello Tom' } });
    expect(page.sent.at(-1)).toEqual({ type: 'page.refresh' });
    expect(kept.read()).toEqual([
      { conversationKey: 'c2', text: 'Hello Tom' },
      { conversationKey: 'c1', text: 'Restart it, please.' },
    ]);
    store.actions.stop();
  });

  it('a page that does not answer is loaded anew all the same', async () => {
    const { page, store } = await setUpPanel(() => {}, keeper());
    store.actions.refreshPage();
    await vi.waitFor(() => expect(page.sent.at(-1)).toEqual({ type: 'page.refresh' }), 10_000);
    store.actions.stop();
  });
});

describe('after it was loaded anew', () => {
  it('the draft is offered in its conversation only, and comes back by a click', async () => {
    const kept = keeper([draft]);
    const panel = await setUpPanel(() => {}, kept);
    await panel.show(tom);
    expect(offered(panel)).toBeUndefined();
    await panel.show(maria);
    expect(offered(panel)).toBe('Dear Maria,');
    expect(panel.page.inserts()).toEqual([]);
    panel.store.actions.putDraftBack(draft);
    const [asked] = panel.page.inserts();
    expect(asked).toMatchObject({ conversationKey: 'c1', text: 'Dear Maria,', mode: 'caret' });
    expect(kept.read()).toEqual([draft]);
    panel.page.say({
      type: 'insert.done',
      requestId: asked?.requestId ?? '',
      result: { outcome: 'inserted', step: 'exec' },
    });
    expect(kept.read()).toEqual([]);
    expect(panel.brain.kinds()).not.toContain('inserted');
  });

  it('is not offered beside what is written there already, nor once it was answered', async () => {
    const panel = await setUpPanel(() => {}, keeper([draft]));
    await panel.show(maria);
    await panel.show({ ...maria, hasDraft: true });
    expect(offered(panel)).toBeUndefined();
    await panel.show(maria);
    expect(offered(panel)).toBe('Dear Maria,');
    await panel.show({ ...maria, messages: [...maria.messages, agent('m2', 'Dear Maria,')] });
    expect(offered(panel)).toBeUndefined();
    await panel.show({ ...maria, messages: [...maria.messages, customer('m3', 'Hello?')] });
    expect(offered(panel)).toBeUndefined();
  });

  it('is not offered where the console kept it by itself', async () => {
    const kept = keeper([draft]);
    const panel = await setUpPanel(() => {}, kept);
    await panel.show({ ...maria, hasDraft: true });
    await panel.show(maria);
    expect(offered(panel)).toBeUndefined();
    expect(kept.read()).toEqual([]);
  });

  it('is let go by a click', async () => {
    const kept = keeper([draft]);
    const panel = await setUpPanel(() => {}, kept);
    await panel.show(maria);
    panel.store.actions.dismissDraft(draft);
    expect(offered(panel)).toBeUndefined();
    expect(kept.read()).toEqual([]);
  });
});

describe('what was stored', () => {
  it.each([null, '', '{}', '[{"text":7}]', 'null'])('may be anything: %s', (stored) => {
    expect(readableDrafts(stored)).toEqual([]);
  });
});
