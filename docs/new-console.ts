// Begins the recipe of a console: `npm run new-console NAME`. NAME is its id: kebab-case, up to 40.
//   node docs/new-console.ts NAME [--root CHECKOUT]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consolesPage } from './consoles-page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '.' } },
});
const { root } = values;
const [id = '', ...more] = positionals;
const today = new Date().toISOString().slice(0, 10);

const recipeFile = `lib/consoles/recipes/${id}.json`;
const fixture = `tests/fixtures/consoles/${id}`;
const notesFile = `${fixture}/notes.json`;

const refusal = whyNot();
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(1);
}

mkdirSync(join(root, fixture));
write(recipeFile, json(recipe()));
write(`${fixture}/page.html`, page());
write(`${fixture}/expected.json`, json(expected()));
write(notesFile, json({ address: 'TODO', source: 'TODO', notKnown: 'TODO' }));
write('docs/consoles.md', consolesPage(root));

console.log(`Begun: ${recipeFile} and ${fixture}/; docs/consoles.md is written anew.

Now
1. put the console's own selectors where TODO stands, in the recipe and in page.html;
   write page.html in your own words: nothing of a customer, nothing copied but names;
   let match ask for whatever conversationId reads, or two customers may pass for one;
   let the entry in expected.json answer what the customer asks last;
2. say in ${notesFile} where the selectors come from and what is not known;
3. node docs/list-consoles.ts && npm run lint
4. npx vitest run --project dom tests/dom/consoles/recipes.test.ts
5. npm run console-gallery -- ${id}, and look at its picture in docs/console-gallery

until no TODO is left. Raise checked.standing only as far as you have seen.`);

function whyNot(): string | undefined {
  if (id === '' || more.length > 0) return 'Say one name: npm run new-console help-desk';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    return `“${id}” is no id: up to 40 small letters, digits and single hyphens, a letter first.`;
  }
  for (const path of [recipeFile, `lib/consoles/hosts/${id}.json`, fixture]) {
    if (existsSync(join(root, path))) return `${path} is there already. Nothing was changed.`;
  }
  return undefined;
}

function recipe(): unknown {
  return {
    id,
    name: 'TODO',
    version: 1,
    checked: { on: today, standing: 'reported' },
    match: { url: `^https://${id}\\.example/TODO/conversation/\\d` },
    list: ['.TODO-messages'],
    row: '.TODO-message',
    rowId: { attribute: 'data-TODO-id' },
    text: ['.TODO-text'],
    roles: { note: ['.TODO-note'], agent: ['.TODO-agent'], customer: ['.TODO-customer'] },
    order: 'oldest-first',
    conversationId: { from: 'url', regex: '/conversation/(\\d+)' },
    customerName: { from: 'text', selectors: ['.TODO-customer-name'] },
    composer: ['.TODO-reply'],
  };
}

function page(): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Page of the same shape</title></head>
<body>
<h1 class="TODO-customer-name">Maria Lopez</h1>
<div class="TODO-messages">
  <div class="TODO-message TODO-customer" data-TODO-id="1"><p class="TODO-text">What does it cost?</p></div>
  <div class="TODO-message TODO-note" data-TODO-id="2"><p class="TODO-text">Asked before</p></div>
  <div class="TODO-message TODO-agent" data-TODO-id="3"><p class="TODO-text">Nine a month.</p></div>
  <div class="TODO-message TODO-customer" data-TODO-id="4"><p class="TODO-text">And by the year?</p></div>
</div>
<textarea class="TODO-reply"></textarea>
</body>
</html>
`;
}

function expected(): unknown {
  const message = (number: number, role: string, text: string) => ({
    id: `${number}`,
    role,
    kind: 'text',
    text,
  });
  return {
    recipe: id,
    address: `https://${id}.example/TODO/conversation/7`,
    conversation: {
      key: '7',
      consoleId: id,
      host: `${id}.example`,
      customerName: 'Maria Lopez',
      composer: 'ready',
      hasDraft: false,
      messages: [
        message(1, 'customer', 'What does it cost?'),
        message(2, 'note', 'Asked before'),
        message(3, 'agent', 'Nine a month.'),
        message(4, 'customer', 'And by the year?'),
      ],
    },
    entry: {
      title: 'What it costs by the year',
      phrasings: ['what does it cost by the year', 'do you have a price for a whole year'],
      answer: 'By the year it is **ninety**: two months are free.',
    },
  };
}

/** As the formatter would have it: an array of one word is a line. */
function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\n\s*("[^"\n]*")\n\s*\]/g, '[$1]')}\n`;
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}
