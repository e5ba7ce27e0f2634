import { expect, it } from 'vitest';
import { must } from '../../../lib/base/must';
import { earlyHandlers } from '../../../lib/brain/early-handlers';
import chatwoot from '../../../lib/consoles/recipes/chatwoot.json';
import { defaultSettings } from '../../../lib/protocol/brain-calls';
import { readTeamRecipes } from '../../../lib/protocol/hub-recipes';
import type { Recipe } from '../../../lib/protocol/recipe';
import { makeMemoryStore } from '../../../lib/store/memory-store';

it('A brain that still takes in its knowledge tells the settings as they are kept', async () => {
  const store = makeMemoryStore();
  await store.writeSettings({ theme: 'dark', language: 'zh' });
  const { open: _, ...harmless }: Partial<Recipe> = chatwoot as Recipe;
  const match = { url: '^https://desk\\.example/inbox/' };
  const recipe = { ...harmless, id: 'taught-1', name: 'Our desk', match };
  const list = readTeamRecipes([{ recipe, by: 'Ana', at: 1 }]);
  expect(list).toHaveLength(1);
  await store.changeTeam({ recipes: { mark: '1', list } });
  const read = must(earlyHandlers(store)['settings.read'], 'settings.read');
  expect(await read(null)).toEqual({
    ...defaultSettings,
    theme: 'dark',
    language: 'zh',
    teamRecipes: list,
  });
});
