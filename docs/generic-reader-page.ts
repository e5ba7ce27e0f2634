import type { Measured } from '../tests/support/measure-unknown.ts';

/** docs/generic-reader.md, from what was read of tests/fixtures/unknown-consoles and of the kits. */
export function genericReaderPage(measured: readonly Measured[], kits: readonly Measured[]): string {
  const consoles = measured.filter((one) => one.isConsole);
  const others = measured.filter((one) => !one.isConsole);
  return `# Reading without a recipe

Made by \`node docs/measure-generic.ts\` from tests/fixtures/unknown-consoles, in Chromium at
1280 × 800; \`tests/e2e/generic-reader.test.ts\` measures anew and compares.

On a page that no recipe fits, the reader (\`lib/consoles/generic\`) looks for the reply box, the
repeated texts in its column, and signs of who wrote each: words in several languages, side, name,
colour, marks of delivery. What it finds becomes a plan of the same shape as a recipe, and the page
is read by that. Where reply box, list or roles are not sure enough the page counts as not
recognised. The panel says that it reads by guesswork and, opened, how sure it is of list, roles and reply
box. The code is a script of its own
(\`entrypoints/generic.ts\`), loaded only into pages that no recipe fits.

${summary(consoles, 'consoles')}
${others.filter((one) => !one.isRead).length} of ${others.length} pages that are no consoles were left unread.

The pages were made, and committed, before the reader. Its first version, before any change made
because of them, gave 173 of 190 rows (91.1 %), 25 of 26 reply boxes, 19 of 26 names, and left
the four other pages unread. The reader has been improved on these pages since, so expect less elsewhere.

| page | shape | reply box | rows right | order | name |
|---|---|---|---|---|---|
${measured.map(line).join('\n')}

## Chat kits from npm

The reader's heuristics were not written for these. Each page is made with the real package (development
dependencies, in tests/support/chat-kits), put together as its own readme shows it: once in English with
names, once in Chinese without. They were read apart from the pages above.

**Untuned first result, 2026-11-22: 41 of 64 rows (64.1 %)** with the right role, 8 of 8 reply boxes, 4 of
8 customers' names, 0 messages that are none. Wrong were all 16 rows of deep-chat, which calls the one who
sits before it its \`user\` and the other one \`ai\`: the word counted for more than the side; and 7 rows of
react-chat-elements, where a mark of delivery, classed \`status\`, made lines of the console of the agent's.

Since then, after changes that know no kit by name (a word that either side may be called by gives way
to the side; a mark beside the text makes no line of the console; a name that stands in the page twice
is likelier the customer's; names stand after the words, too):

${summary(kits, 'pages')}

| page | kit | reply box | rows right | order | name |
|---|---|---|---|---|---|
${kits.map(line).join('\n')}

## Limits

- One conversation needs two rows before its list is found; once found, the way is kept.
- Of threads that show no sides, words or known name, the one who began counts as the customer.
- A name or time in the same line as the words is read with them.
- A closed shadow root is read if a custom element has it: browsers show it to extensions, so a test in
  one (\`tests/e2e/unknown-console.test.ts\`) reads such a page; the ones above are read from within.
- Frames of other origins are read by a console script of their own, if Cuecard is on for their site: see
  [consoles.md](consoles.md).
- Where neither address nor page names the conversation, and the customer's name is not found either, a
  list that draws only a part and is scrolled by more than that part at once counts as another one.
- That the reply box writes a note is told by its words, the chosen tab beside it, or its yellow.
- A row between two bubbles at the same distance from both sides counts as the console's own.
`;
}

function summary(consoles: readonly Measured[], called: string): string {
  const count = (of: (one: Measured) => number) => consoles.reduce((sum, one) => sum + of(one), 0);
  const rows = count((one) => one.rows);
  const right = count((one) => one.rightRows);
  const share = ((100 * right) / rows).toFixed(1);
  const boxes = count((one) => Number(one.composer));
  const names = count((one) => Number(one.customerName));
  const made = count((one) => one.madeUp);
  const of = consoles.length;
  return `Of ${of} ${called}: **${right} of ${rows} rows (${share} %)** with the right role, ${boxes} of ${of} reply boxes, ${names} of ${of}
customers' names; ${count((one) => one.exactRows)} rows hold the written words and nothing else; ${made} messages that are none.`;
}

function line(one: Measured): string {
  if (!one.isConsole) {
    return `| ${one.name} | ${one.shape} | – | ${one.isRead ? 'read, wrongly' : 'left unread'} | – | – |`;
  }
  const told = (right: boolean) => (right ? 'yes' : 'no');
  return `| ${one.name} | ${one.shape} | ${told(one.composer)} | ${one.rightRows} of ${one.rows} | ${told(one.inOrder)} | ${told(one.customerName)} |`;
}
