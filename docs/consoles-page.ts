import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  type HostOnlyRecipe,
  hostOnlyRecipeSchema,
  type Recipe,
  recipeSchema,
} from '../lib/protocol/recipe.ts';

/** What a recipe cannot say, being bundled into every page: for people only. */
export const consoleNotesSchema = v.record(
  v.string(),
  v.strictObject({
    address: v.pipe(v.string(), v.nonEmpty()),
    source: v.pipe(v.string(), v.nonEmpty()),
    notKnown: v.pipe(v.string(), v.nonEmpty()),
  }),
);
type Notes = v.InferOutput<typeof consoleNotesSchema>;
type Standing = (Recipe | HostOnlyRecipe)['checked']['standing'];

const groups: readonly { title: string; standings: readonly Standing[]; words: string }[] = [
  {
    title: 'Supported',
    standings: ['seen running', 'from source'],
    words: `*Seen running*: read and inserted into on a running console, the reply then sent by hand. *From source*:
written from the console's own source and proven on a page of the same shape; not yet seen running.`,
  },
  {
    title: 'Reported',
    standings: ['reported'],
    words: `Closed products, never seen here. The selectors come from what others published, and are proven on a
page of our own making only. They may be out of date or wrong: not counted as supported.`,
  },
  {
    title: 'Host only',
    standings: ['host only'],
    words: 'Known by their address and called by their name. The page is not read.',
  },
];

const frames = `## Consoles of several frames

In Chromium and Edge the panel reads the frame that a conversation is in, from whichever site it comes, if
Cuecard is on for that site. Docked in Firefox it reads the page and its frames of the same origin only:
the console script runs in the other frames, too, but a page of ours inside a web page gets no
\`tabs\` there, by which the panel reaches them. Passing their messages on through the background page is
not built: Firefox may end that page at any time, and the panel would have to find its frames anew.`;

/** docs/consoles.md, from the recipes and from docs/console-notes.json below `root`. */
export function consolesPage(root: string): string {
  const recipes = readRecipes(join(root, 'lib/consoles/recipes'));
  const notes = v.parse(
    consoleNotesSchema,
    JSON.parse(readFileSync(join(root, 'docs/console-notes.json'), 'utf8')),
  );
  return [
    '# Consoles',
    'Made by `node docs/list-consoles.ts` from lib/consoles/recipes and docs/console-notes.json; a test keeps it so.',
    ...groups.flatMap(({ title, standings, words }) => {
      const members = recipes.filter(({ checked }) => standings.includes(checked.standing));
      return [`## ${title} (${countOf(members)})`, words, table(members, notes)];
    }),
    frames,
    '',
  ].join('\n\n').trimEnd() + '\n';
}

function countOf(recipes: readonly (Recipe | HostOnlyRecipe)[]): string {
  const others = recipes.filter(({ id }) => id !== 'sample-console').length;
  return others === recipes.length ? `${others}` : `${others}, and our own sample`;
}

function readRecipes(folder: string): (Recipe | HostOnlyRecipe)[] {
  return readdirSync(folder)
    .map((file) =>
      v.parse(
        v.union([recipeSchema, hostOnlyRecipeSchema]),
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ),
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function table(recipes: readonly (Recipe | HostOnlyRecipe)[], notes: Notes): string {
  const rows = recipes.map((recipe) => {
    const { address, source, notKnown } = notes[recipe.id] ?? {};
    const { on, standing } = recipe.checked;
    return [recipe.name, address, standing, on, whatIsRead(recipe), notKnown, source];
  });
  const head = ['Console', 'Address', 'Standing', 'Checked', 'Read', 'Not known', 'From'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => (cell ?? 'not said').replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function whatIsRead(recipe: Recipe | HostOnlyRecipe): string {
  if (!('list' in recipe)) return recipe.hints === undefined ? '–' : '– (unproven hints)';
  const { roles, kinds, time, customerName, agentName, noteModeWhen, open } = recipe;
  const lines = {
    customer: true,
    agent: roles.agent,
    notes: roles.note,
    'system lines': roles.system,
    bot: roles.bot,
    'drafts (left out)': roles.draft,
    'unsent rows (left out)': roles.pending,
    pictures: kinds?.image,
    files: kinds?.file,
    voice: kinds?.voice,
    time,
    'customer’s name': customerName,
    'agent’s name': agentName,
    'reply box': true,
    'opened by a click': open,
    'note mode': noteModeWhen,
  };
  return Object.entries(lines)
    .filter(([, is]) => is !== undefined)
    .map(([words]) => words)
    .join(', ');
}
