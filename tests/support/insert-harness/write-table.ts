import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** Writes what a run has seen into docs/editors.md, in place of what the same browser had there. */
export function writeTable(rows: readonly Row[], { browser, version }: SeenIn, path: string): void {
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
  const others = sectionsOf(path).filter((other) => !other.startsWith(`## ${browser} `));
  const page = `# Editors
Written by \`CUECARD_WRITE_DOCS=1 npx vitest run --project e2e tests/e2e/insert-editors\`; do not edit.

Each cell names the step of the insertion cascade after which the editor's own model held the exact text, written from a content script's world after the panel had taken the focus. *Formatting* tells whether bold, lists and links of an answer arrive as such (kept) or as plain text with dashes and addresses. The last column is how many presses of Ctrl+Z bring the draft back, at most.

${notes.join('\n')}

Left out: Froala (commercial; of its family \`native\`) and Redactor (commercial; known from osTicket). CKEditor 4 and 5 and TinyMCE are under the GPL or older licences beside it, and like all editors here they are development dependencies: none ships.

${[...others, section].sort().join('\n')}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page);
}

function sectionsOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const [, ...sections] = readFileSync(path, 'utf8').split(/^(?=## )/m);
  return sections.map((section) => `${section.trimEnd()}\n`);
}
