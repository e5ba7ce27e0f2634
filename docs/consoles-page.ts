import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type HostOnly, hostOnlySchema, type Recipe, recipeSchema } from '../lib/protocol/recipe.ts';

const words = v.pipe(v.string(), v.nonEmpty());
/** What a recipe cannot say, being bundled into every page: for people only. */
export const consoleNotesSchema = v.strictObject({
  address: words,
  /** Of a console known by its address only: one that a test tries. */
  example: v.optional(v.pipe(v.string(), v.url())),
  source: words,
  notKnown: words,
  /** Messages and reply box are never on one page: answers can only be copied. */
  readOnly: v.optional(v.literal(true)),
});
type Notes = v.InferOutput<typeof consoleNotesSchema>;
type Known = { readonly recipe: Recipe | HostOnly; readonly notes: Notes };
type Standing = Recipe['checked']['standing'] | 'host only';

type Group = { title: string; standings: readonly Standing[]; words: string; readOnly?: true };

const groups: readonly Group[] = [
  {
    title: 'Supported',
    standings: ['seen running', 'from source'],
    words: `*Seen running*: read and inserted into on a running console, the reply then sent by hand; the last column
says which version, and what of it is from the source only. *From source*: written from the console's own
source and proven on a page of the same shape; not yet seen running. *Checked* is the day on which that was
last done.`,
  },
  {
    title: 'Read only',
    standings: ['seen running', 'from source'],
    readOnly: true,
    words: `The customer is heard and answers are shown, but there is nowhere to write on the page that shows the
messages: they are copied. Not counted as supported.`,
  },
  {
    title: 'Reported',
    standings: ['reported'],
    words: `**Not supported:** closed products, never seen here. The selectors come from what others published, and are
proven on a page of our own making only; *Checked* is the day on which those reports were read. They may be
out of date or wrong; where they read nothing, the reader without a recipe takes over. They are here
because a wrong guess shows: the panel says what it reads, and nothing is ever sent.`,
  },
  {
    title: 'Host only',
    standings: ['host only'],
    words: `Known by their address and called by their name. The page is left to the reader without a recipe, which
goes by what it looks like: how well is in [generic-reader.md](generic-reader.md).`,
  },
];

const frames = `## Consoles of several frames

The panel reads the frame that a conversation is in, from whichever site it comes, if Cuecard is on for that
site: in Chromium, in Edge, and docked in Firefox. There a page of ours inside a web page gets no \`tabs\`, by
which frames are reached, so the background page passes on what the two say. Firefox may end it at any
time: the panel has it started again, and what is said meanwhile comes up a moment later. An insertion that
this falls into is not repeated: the panel asks the agent to look at the reply box first.

Keys pressed in an editor's own frame of the same origin are heard in Chromium and Edge also where the
frame's first script keeps keys from all others. In Firefox they are not heard there: a frame's scripts of
ours share nothing with those of its page, so the shortcut is listened for after the frame's own. Insert,
and the keys in the panel and in the rest of the page, work all the same.`;

/** docs/consoles.md, from the recipes, the hosts, and the notes of each below `root`. */
export function consolesPage(root: string): string {
  const all = [
    ...readAll(root, 'recipes', recipeSchema),
    ...readAll(root, 'hosts', hostOnlySchema),
  ].sort(({ recipe: one }, { recipe: other }) => (one.id < other.id ? -1 : 1));
  return [
    '# Consoles',
    'Made by `node docs/list-consoles.ts` from lib/consoles/recipes, lib/consoles/hosts and the notes.json of each in tests/fixtures/consoles; a test keeps it so. Pictures of each that we have a page of: [console-gallery.md](console-gallery.md).',
    ...groups.flatMap(({ title, standings, words, readOnly }) => {
      const members = all.filter(
        ({ recipe, notes }) =>
          standings.includes(standingOf(recipe)) && notes.readOnly === readOnly,
      );
      return [`## ${title} (${countOf(members)})`, words, table(members)];
    }),
    frames,
    '',
  ].join('\n\n').trimEnd() + '\n';
}

const standingOf = (recipe: Recipe | HostOnly): Standing =>
  'checked' in recipe ? recipe.checked.standing : 'host only';

function countOf(members: readonly Known[]): string {
  const others = members.filter(({ recipe }) => recipe.id !== 'sample-console').length;
  return others === members.length ? `${others}` : `${others}, and our own sample`;
}

function readAll(
  root: string,
  folder: 'recipes' | 'hosts',
  schema: v.GenericSchema<unknown, Recipe> | v.GenericSchema<unknown, HostOnly>,
): Known[] {
  const parse = <Out>(as: v.GenericSchema<unknown, Out>, path: string) =>
    v.parse(as, JSON.parse(readFileSync(join(root, path), 'utf8')));
  return readdirSync(join(root, 'lib/consoles', folder)).map((file) => {
    const recipe = parse<Recipe | HostOnly>(schema, `lib/consoles/${folder}/${file}`);
    const notes = parse(consoleNotesSchema, `tests/fixtures/consoles/${recipe.id}/notes.json`);
    return { recipe, notes };
  });
}

function table(members: readonly Known[]): string {
  const rows = members.map(({ recipe, notes: { address, source, notKnown, readOnly } }) =>
    'checked' in recipe
      ? [
          recipe.name,
          address,
          recipe.checked.standing,
          recipe.checked.on,
          whatIsRead(recipe, readOnly),
          notKnown,
          source,
        ]
      : [recipe.name, address, notKnown, source],
  );
  const isRead = members.some(({ recipe }) => 'checked' in recipe);
  const head = [
    'Console',
    'Address',
    ...(isRead ? ['Standing', 'Checked', 'Read'] : []),
    'Not known',
    'From',
  ];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function whatIsRead(recipe: Recipe, readOnly?: true): string {
  const { roles, kinds, time, customerName, agentName, fields = {}, labels, noteModeWhen, open } = recipe;
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
    ...fields,
    labels,
    'reply box': readOnly ? undefined : true,
    'opened by a click': open,
    'note mode': readOnly ? undefined : noteModeWhen,
  };
  return Object.entries(lines)
    .filter(([, is]) => is !== undefined)
    .map(([words]) => words)
    .join(', ');
}
