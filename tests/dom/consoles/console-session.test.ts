import { expect, onTestFinished, test } from 'vitest';
import { startConsoleSession } from '../../../lib/consoles/console-session';
import { unknownReader } from '../../../lib/consoles/generic/unknown-reader';
import type { FromConsole } from '../../../lib/protocol/console-messages';
import { setUpPanel } from '../../unit/faces/support/set-up-panel';
import { mustFindRecipe, showPage, showSampleConsole } from './page';

const sample = mustFindRecipe('sample-console');
function start(recipes: Parameters<typeof startConsoleSession>[0]['recipes']): FromConsole[] {
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const said: FromConsole[] = [];
  const send = (message: FromConsole) => said.push(message);
  startConsoleSession({ window, recipes, send, signal: life.signal });
  return said;
}

test('a page that no recipe fits has no name', () => {
  showPage('<body></body>');
  expect(start([sample])).toMatchObject([{ state: 'unrecognised', consoleName: null }]);
});

test('a console with a recipe is named and looked into', () => {
  showSampleConsole();
  expect(start([sample])[0]).toMatchObject({
    state: 'searching',
    consoleName: 'Harbour Desk',
  });
});

test('a taught recipe goes before the bundled one, from the moment that a panel tells of it', () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const said: FromConsole[] = [];
  const obey = startConsoleSession({
    window,
    recipes: [sample],
    send: (message) => said.push(message),
    signal: life.signal,
  });
  const taught = { ...sample, id: 'taught-1', name: 'Our own' };
  obey({ type: 'recipes.use', recipes: [taught] }, () => true);
  expect(said.at(-1)).toMatchObject({ type: 'console.health', consoleId: 'taught-1' });
  expect(said.filter(({ type }) => type === 'console.state').at(-1)).toMatchObject({
    consoleName: 'Our own',
  });
  const before = said.length;
  obey({ type: 'recipes.use', recipes: [taught] }, () => true);
  expect(said).toHaveLength(before);
  obey({ type: 'recipes.use', recipes: [] }, () => true);
  expect(said.at(-1)).toMatchObject({ consoleId: 'sample-console' });
});

test('what a recipe leaves to the looks of its page is judged by the reader for unknown ones', () => {
  const { noteModeWhen: _, ...withoutNotes } = sample;
  const asks = (recipe: typeof sample) => {
    showSampleConsole();
    const life = new AbortController();
    onTestFinished(() => life.abort());
    let asked = 0;
    const loadReader = async () => {
      asked++;
      return unknownReader;
    };
    startConsoleSession({
      window,
      recipes: [recipe],
      loadReader,
      send: () => {},
      signal: life.signal,
    });
    return asked;
  };
  expect(asks(sample)).toBe(0);
  expect(asks(withoutNotes)).toBe(1);
  expect(asks({ ...sample, customerSide: 'start' })).toBe(1);
});

test('of recipes that fit the same page one’s own goes first, then the team’s, then the bundled one', async () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const { brain, page, store } = await setUpPanel();
  let name: string | null = null;
  const obey = startConsoleSession({
    window,
    recipes: [sample],
    send(message) {
      if (message.type === 'console.state') name = message.consoleName;
      page.say(message);
    },
    signal: life.signal,
  });
  const named = (id: string) => ({ ...sample, id, name: id });
  const own = { recipe: named('taught-own'), at: 1, madeOn: null };
  const team = { recipe: named('taught-team'), by: 'Lea', at: 2 };
  /** What reads the page once the panel has told it of these. */
  const readBy = (taught: (typeof own)[], teamRecipes: (typeof team)[]) => {
    const before = page.sent.length;
    const { settings } = store.getState();
    brain.tell({ news: 'settings.changed', settings: { ...settings, taught, teamRecipes } });
    for (const message of page.sent.slice(before)) {
      if (message.type === 'recipes.use') obey(message, () => true);
    }
    return name;
  };
  expect(readBy([], [team])).toBe('taught-team');
  expect(readBy([own], [team])).toBe('taught-own');
  expect(readBy([], [team])).toBe('taught-team');
  expect(readBy([], [])).toBe(sample.name);
});
