import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { consolesPage } from '../../../docs/consoles-page';
import { findRecipe } from '../../../lib/consoles/find-recipe';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { bundledRecipes } from '../../../lib/consoles/recipes';
import { expectedSchema, lintRecipe } from './lint-recipe';
import { isShown, mustFindRecipe, showPage } from './page';

const recipeFolder = 'lib/consoles/recipes';
const fixtureFolder = 'tests/fixtures/consoles';
const ids = readdirSync(recipeFolder).map((file) => file.replace(/\.json$/, ''));
const fixtures = readdirSync(fixtureFolder).map((name) => ({ name, ...readFixture(name) }));

/** An address of each console that no page of ours stands for. */
const addresses = {
  dongdong: 'https://dongdong.jd.com/workbench',
  freshchat: 'https://harbour.freshchat.com/a/1/inbox/open/0/conversation/7',
  freshdesk: 'https://harbour.freshdesk.com/a/tickets/7',
  front: 'https://app.frontapp.com/open/cnv_7',
  gorgias: 'https://harbour.gorgias.com/app/ticket/7',
  hubspot: 'https://app-eu1.hubspot.com/live-messages/1/inbox/7',
  livechat: 'https://my.livechatinc.com/chats/A/B',
  salesforce: 'https://harbour.lightning.force.com/lightning/r/LiveChatTranscript/7/view',
  'zoho-desk': 'https://desk.zoho.com/agent/harbour/sales/tickets/details/7',
};
const hostOnly = bundledRecipes.filter((recipe) => !('list' in recipe));

function readFixture(name: string) {
  const read = (file: string) => readFileSync(join(fixtureFolder, name, file), 'utf8');
  return {
    page: read('page.html'),
    expected: v.parse(expectedSchema, JSON.parse(read('expected.json'))),
  };
}

function fitting(address: string): string[] {
  return bundledRecipes
    .filter((recipe) => findRecipe([recipe], document, address))
    .map((recipe) => recipe.id);
}

describe.each(ids)('the recipe %s', (id) => {
  test('has nothing wrong with it', () => {
    expect(lintRecipe('.', id)).toEqual([]);
  });

  test('is bundled as it stands', () => {
    const recipe = JSON.parse(readFileSync(join(recipeFolder, `${id}.json`), 'utf8')) as unknown;
    expect(bundledRecipes).toContainEqual(recipe);
  });
});

describe.each(fixtures)('the page of the shape of $name', ({ page, expected }) => {
  test('is recognised by its recipe and no other', () => {
    showPage(page);
    expect(fitting(expected.address)).toEqual([expected.recipe]);
  });

  test('is read as expected', () => {
    showPage(page);
    const here = { document, location: new URL(expected.address) } as unknown as Window;
    const conversation = readConversation(mustFindRecipe(expected.recipe), here, isShown);
    expect(conversation).toEqual(expected.conversation);
  });

  test('has a key that tells its conversation from the next, and a customer who asks something', () => {
    expect(expected.conversation.key).not.toBe('only');
    expect(expected.conversation.messages.map((message) => message.role)).toContain('customer');
  });
});

describe('consoles known by their address only', () => {
  test('each have an address to be tried with', () => {
    expect(Object.keys(addresses)).toEqual(hostOnly.map((recipe) => recipe.id).sort());
  });

  test.each(Object.entries(addresses))('%s is called by its name at %s', (id, address) => {
    showPage('<body></body>');
    expect(fitting(address)).toEqual([id]);
    expect(fitting(address.replace(/^https:\/\//, 'https://else.example/?'))).toEqual([]);
  });
});

test('docs/consoles.md lists what the recipes say', () => {
  expect(readFileSync('docs/consoles.md', 'utf8')).toBe(consolesPage('.'));
});
