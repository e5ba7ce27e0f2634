import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { editorCases, scenarios } from './editor-cases';

export type Row = {
  readonly editor: string;
  readonly scenario: string;
  readonly step: string;
  /** Undefined where no undo brought the draft back. */
  readonly undos: number | undefined;
  /** In the row of the formatted answer: what became of its looks. */
  readonly formatting?: 'kept' | 'plain';
};

/** Where a run was, such as `Chromium` and `156.0.1`. */
export type SeenIn = { readonly browser: string; readonly version: string };

const throughWhat =
  'The tables show the cascade alone, in an extension that holds nothing else: no panel, no messages between the two, no queue. Through the whole extension, by a click on the panel’s own Insert beside a conversation that it has read, each editor gets one answer of two paragraphs in Chromium, and its model is compared (`tests/e2e/editors-by-panel.test.ts`: six editors in `npm test`, all of them in `npm run test:long`). In Firefox the whole extension writes into ProseMirror alone (`tests/e2e/firefox.test.ts`).';

const page = 'docs/editors.md';

/**
 * After a run of all editors: with `CUECARD_WRITE_DOCS=1` writes what it has seen into
 * docs/editors.md, in place of what the same browser had there; else compares it with the page. By
 * which step a text got in, and how many undos it took, hangs on how busy the machine is: the steps
 * are compared in the long tests only, the undos never.
 */
export function keepTable(rows: readonly Row[], seenIn: SeenIn): void {
  const written = pageWith(rows, seenIn);
  if (process.env['CUECARD_WRITE_DOCS'] === '1') writeFileSync(page, written);
  // A part of the editors was asked for, or one has failed and been told.
  else if (rows.length === editorCases.length * (scenarios.length + 1)) {
    const isLong = process.env['CUECARD_LONG'] === '1';
    const kept = readFileSync(page, 'utf8');
    expect(lasting(kept, isLong)).toEqual(lasting(written, isLong));
  }
}

/** What of the page is the same in every run, line by line. */
function lasting(text: string, withSteps: boolean): string[] {
  return text.split('\n').map((line) => {
    if (!line.startsWith('| ')) return line.replace(/^(## \w+) .*/, '$1');
    const cells = line.split(' | ').slice(0, -1);
    return withSteps ? cells.join(' | ') : `${cells[0]} | ${cells.at(-1)}`;
  });
}

function pageWith(rows: readonly Row[], { browser, version }: SeenIn): string {
  const head = ['Editor', ...scenarios.map(({ name }) => name), 'Formatting', 'Undo'];
  const lines = editorCases.map(({ editor, label, tolerance, note }) => {
    const seen = scenarios.map(({ name }) =>
      rows.find((row) => row.editor === editor && row.scenario === name),
    );
    const ofEditor = rows.filter((row) => row.editor === editor);
    const formatting = ofEditor.find((row) => row.formatting)?.formatting ?? '–';
    const undos = seen.map((row) => row?.undos);
    const undo = undos.some((each) => each === undefined)
      ? 'not always'
      : `${Math.max(...undos.map((each) => each ?? 0))} ×`;
    return [
      label + (tolerance || note ? '¹' : ''),
      ...seen.map((row) => row?.step ?? '–'),
      formatting,
      undo,
    ];
  });
  const notes = editorCases.flatMap(({ label, tolerance, note }) =>
    [tolerance?.why, note].flatMap((why) => (why ? [`- ¹ ${label}: ${why}.`] : [])),
  );
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  const section = `## ${browser} ${version}\n${table.join('\n')}\n`;
  const others = sectionsOf().filter((other) => !other.startsWith(`## ${browser} `));
  return `# Editors
Written by \`CUECARD_WRITE_DOCS=1 npx vitest run --project e2e tests/e2e/insert-editors\`; do not edit.

Each cell names the step of the insertion cascade after which the editor's own model held the exact text, written from a content script's world after the panel had taken the focus. ${throughWhat} *Formatting* tells whether bold, lists and links of an answer arrive as such (kept) or as plain text with dashes and addresses. The last column is how many presses of Ctrl+Z bring the draft back, at most.

${notes.join('\n')}

Left out: Froala (commercial; of its family \`native\`) and Redactor (commercial; known from osTicket). CKEditor 4 and 5 and TinyMCE are under the GPL or older licences beside it, and like all editors here they are development dependencies: none ships.

${[...others, section].sort().join('\n')}`;
}

function sectionsOf(): string[] {
  if (!existsSync(page)) return [];
  const [, ...sections] = readFileSync(page, 'utf8').split(/^(?=## )/m);
  return sections.map((section) => `${section.trimEnd()}\n`);
}
