import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { makeRecipe, tellRows } from '../../../lib/consoles/teach/make-recipe';
import { matchOf } from '../../../lib/consoles/teach/match-of';
import { recipeSchema } from '../../../lib/protocol/recipe';
import { isShown, showPage } from '../consoles/page';

const folder = 'tests/fixtures/unknown-consoles';
const recipeTexts = ['parcel', 'carrier', 'Northline', 'Jonas'];
type Expected = {
  recognised: boolean;
  composer?: string;
  rows?: { role: string; text: string }[];
};

/** Shadow roots, frames and rows that come while scrolling need a browser. */
const notHere = ['no-console', 'open-shadow-roots', 'frame', 'virtualised'];
/** A name in the row's text is all that tells who wrote it, which no selector can ask for. */
const toldByText = ['avatars-one-side', 'email-cards', 'table-by-name', 'thread-newest-first'];
/** Only their colour tells notes from the agent's own words. */
const notesByColour = ['yellow-notes'];

const names = readdirSync(folder)
  .filter((name) => !notHere.some((part) => name.includes(part)))
  .sort();

function innermost(text: string): Element | undefined {
  return [...document.body.querySelectorAll('*')].findLast(
    (element) => isShown(element) && (element.textContent ?? '').includes(text),
  );
}

function teach(name: string) {
  const expected = JSON.parse(
    readFileSync(join(folder, name, 'expected.json'), 'utf8'),
  ) as Expected;
  showPage(readFileSync(join(folder, name, 'page.html'), 'utf8'));
  const rows = expected.rows ?? [];
  const clicked = (role: string) => {
    const last = rows.findLast((row) => row.role === role);
    return last && innermost(last.text);
  };
  const [customer, agent] = [clicked('customer'), clicked('agent')];
  const composer = document.querySelector(expected.composer ?? 'textarea');
  if (!customer || !agent || !composer) throw new Error(`${name} has no rows to click`);
  const told = tellRows(customer, agent);
  if (typeof told === 'string') return { told, right: 0, rows: rows.length, madeUp: 0, exact: 0 };
  const pointed = { customer, rows: told, composer, fields: new Map() };
  const recipe = makeRecipe(pointed, window, '2026-11-22');
  const messages = readConversation(recipe, window, isShown)?.messages ?? [];
  const people = rows.filter(({ role }) => role === 'customer' || role === 'agent');
  const right = people.filter(({ role, text }) =>
    messages.some((message) => message.text.includes(text) && message.role === role),
  ).length;
  const exact = people.filter(({ text }) =>
    messages.some((message) => message.text === text),
  ).length;
  const madeUp = messages.filter(
    ({ role, text }) =>
      (role === 'customer' || role === 'agent') &&
      !people.some((row) => text.includes(row.text) && row.role === role),
  );
  return { told: recipe.roles, right, rows: people.length, madeUp: madeUp.length, exact, recipe };
}

describe('two clicks on a console that no recipe knows', () => {
  it.each(names.filter((name) => !toldByText.includes(name)))(
    'tell who wrote each message of %s',
    (name) => {
      const { right, rows, madeUp } = teach(name);
      expect(rows).toBeGreaterThanOrEqual(5);
      expect(right).toBe(rows);
      if (!notesByColour.includes(name)) expect(madeUp).toBe(0);
    },
  );

  it.each(toldByText)('are too few for %s, and that is said', (name) => {
    expect(teach(name).told).toBe('alike');
  });

  it('read the words of a message without the time below them, where something names the place', () => {
    expect(teach('bubbles-in-out')).toMatchObject({ exact: 7, rows: 7 });
    expect(teach('grouped-nested-scroll')).toMatchObject({ exact: 7, rows: 7 });
  });

  it('within one message are not taken', () => {
    showPage(
      '<div class="list"><p class="m">One <b>and</b> <i>two</i></p><p class="m">Three</p></div>',
    );
    const [first, second] = [document.querySelector('b'), document.querySelector('i')];
    if (!first || !second) throw new Error('no page');
    expect(tellRows(first, first)).toBe('same-row');
    expect(tellRows(second, second)).toBe('same-row');
  });
});

describe('the recipe that comes of it', () => {
  it('is one that the schema takes, and holds no word of a message', () => {
    for (const name of names) {
      const { recipe } = teach(name);
      if (recipe === undefined) continue;
      expect(v.safeParse(recipeSchema, recipe).issues, name).toBeUndefined();
      for (const text of recipeTexts) expect(JSON.stringify(recipe)).not.toContain(text);
    }
  });

  it('is for this site, and for what goes before the number in its address', () => {
    expect(matchOf('https://desk.example/app/accounts/7/conversations/42?x=1')).toBe(
      '^https://desk\\.example/app/accounts/',
    );
    expect(matchOf('http://127.0.0.1:8080/consoles/desk.html#ticket/1')).toBe(
      '^http://127\\.0\\.0\\.1:8080/consoles/desk\\.html',
    );
    expect(matchOf('https://desk.example/inbox')).toBe('^https://desk\\.example/');
  });
});
