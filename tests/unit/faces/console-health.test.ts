import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ConsoleHealth, consoleHealthSchema } from '../../../lib/protocol/console-health';
import { agent, conversation, customer, suggestion } from './support/samples';
import { settled, setUpPanel } from './support/set-up-panel';

const secret = 'my card is 4111 and my name is Zhang';

async function usedConsole() {
  const panel = await setUpPanel((brain) => {
    brain.suggestions = [suggestion('light', 'Restart the router.')];
  });
  await panel.show(conversation('c1', [agent('a1', 'Hello'), customer('m1', secret)]));
  const notes = () =>
    panel.brain.calls
      .filter(({ name }) => name === 'health.note')
      .map(({ params }) => params as ConsoleHealth);
  return { ...panel, notes };
}

describe('what is noted of a console', () => {
  it('is who was seen, and by which step the last insertion was verified', async () => {
    const { store, page, notes } = await usedConsole();
    store.actions.insert(1);
    page.settle({ outcome: 'inserted', step: 'paste' });
    await settled();
    expect(notes().at(-1)).toMatchObject({
      host: 'desk.example',
      consoleId: 'demo',
      roles: ['customer', 'agent'],
      insertedBy: 'paste',
      failed: 0,
      broken: null,
    });
  });

  it('counts insertions that failed, and not those that the agent’s own doing has stopped', async () => {
    const { store, page, notes } = await usedConsole();
    store.actions.insert(1);
    page.settle({ outcome: 'refused', why: 'conversation-changed' });
    store.actions.insert(1);
    page.settle({ outcome: 'copied' });
    await settled();
    expect(notes().at(-1)?.failed).toBe(1);
  });

  it('holds no word that anybody wrote, whatever happens', async () => {
    const { store, page, notes } = await usedConsole();
    store.actions.insert(1);
    page.settle({ outcome: 'copied' });
    page.say({ type: 'console.health', consoleId: 'demo', broken: 'list' });
    await settled();
    expect(notes().length).toBeGreaterThan(2);
    for (const note of notes()) {
      expect(v.is(consoleHealthSchema, note)).toBe(true);
      for (const words of ['card', 'Zhang', 'Hello', 'router', 'c1']) {
        expect(JSON.stringify(note)).not.toContain(words);
      }
    }
  });

  it('says what broke and since when, and takes it back when it works again', async () => {
    const { store, page, notes } = await usedConsole();
    page.say({ type: 'console.health', consoleId: 'demo', broken: 'roles' });
    expect(store.getState().broken).toBe('roles');
    expect(notes().at(-1)).toMatchObject({ broken: 'roles', brokenAt: expect.any(Number) });
    page.say({ type: 'console.health', consoleId: 'demo', broken: null });
    expect(store.getState().broken).toBeUndefined();
    expect(notes().at(-1)?.broken).toBeNull();
  });
});
