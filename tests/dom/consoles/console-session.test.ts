import { expect, onTestFinished, test } from 'vitest';
import { startConsoleSession } from '../../../lib/consoles/console-session';
import type { FromConsole } from '../../../lib/protocol/console-messages';
import type { HostOnlyRecipe } from '../../../lib/protocol/recipe';
import { mustFindRecipe, showPage, showSampleConsole } from './page';

const sample = mustFindRecipe('sample-console');
const namedOnly: HostOnlyRecipe = {
  id: 'front',
  name: 'Front',
  version: 1,
  checked: { on: '2026-11-22', standing: 'host only' },
  match: { url: '.' },
};

function start(recipes: Parameters<typeof startConsoleSession>[0]['recipes']): FromConsole[] {
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const said: FromConsole[] = [];
  const send = (message: FromConsole) => said.push(message);
  startConsoleSession({ window, recipes, send, signal: life.signal });
  return said;
}

test('a console known by its address only is named, and not read', () => {
  showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  expect(start([namedOnly])).toEqual([
    {
      type: 'console.state',
      state: 'unrecognised',
      host: window.location.host,
      consoleName: 'Front',
    },
  ]);
});

test('a page that no recipe fits has no name', () => {
  showPage('<body></body>');
  expect(start([sample])).toMatchObject([{ state: 'unrecognised', consoleName: null }]);
});

test('a console with a recipe is named and looked into', () => {
  showSampleConsole();
  expect(start([sample, namedOnly])[0]).toMatchObject({
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
