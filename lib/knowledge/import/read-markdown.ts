import type { ImportProblem } from '../../protocol/import-calls';
import type { FileBase } from '../../protocol/knowledge-file';
import type { Draft } from './draft';
import { FileRefused, importCaps, type Pace } from './file-refused';
import { metaStart, readBaseMeta, readMeta } from './markdown-meta';

/** A line that would be read as something else than the answer's text. Escaped by a backslash. */
export const markdownMark = /^(?:\\|#{1,2} |<!-- cuecard )/;
export const listMark = /^[-*+•] /;

export type MarkdownFile = {
  readonly base: FileBase | undefined;
  readonly name: string | undefined;
  readonly drafts: readonly Draft[];
  readonly bad: readonly ImportProblem[];
};

type Section = { readonly row: number; readonly title: string; readonly lines: string[] };

/**
 * Reads Markdown: each `## heading` is an entry's title, the list that follows at once its
 * phrasings, all the rest its answer. `# heading` names the base. See docs/import.md.
 */
export async function readMarkdown(text: string, pace: Pace): Promise<MarkdownFile> {
  const bad: ImportProblem[] = [];
  const sections: Section[] = [];
  let base: FileBase | undefined;
  let name: string | undefined;
  let row = 0;
  for (const line of linesOf(text)) {
    row++;
    if (row % 2000 === 0) await pace();
    if (row > importCaps.lines) {
      const most = `The file has more than ${importCaps.lines} lines.`;
      throw new FileRefused('too-many-rows', most, { row });
    }
    const section = sections.at(-1);
    if (line.startsWith('## ')) {
      sections.push({ row, title: line.slice(3).trim(), lines: [] });
      if (sections.length > importCaps.rows) {
        const most = `The file has more than ${importCaps.rows} headings.`;
        throw new FileRefused('too-many-rows', most, { row });
      }
    } else if (section !== undefined) section.lines.push(line);
    else if (line.startsWith('# ')) name ??= line.slice(2).trim();
    else if (line.startsWith(metaStart)) base = readBaseMeta(line);
  }
  const drafts: Draft[] = [];
  for (const section of sections) {
    drafts.push(draftOf(section, bad));
    if (drafts.length % 500 === 0) await pace();
  }
  return { base, name, drafts, bad };
}

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end === -1 ? text.length : end);
    at = end === -1 ? text.length + 1 : end + 1;
  }
}

function draftOf({ row, title, lines }: Section, bad: ImportProblem[]): Draft {
  let at = 0;
  const skipBlank = () => {
    while (at < lines.length && lines[at]?.trim() === '') at++;
  };
  skipBlank();
  let meta: ReturnType<typeof readMeta> = {};
  if (lines[at]?.startsWith(metaStart)) {
    meta = readMeta(lines[at] ?? '');
    if (meta === undefined) {
      const reason = `The comment in line ${row + at + 1} cannot be read.`;
      bad.push({ kind: 'bad-value', row: row + at + 1, column: 'cuecard', reason });
    }
    at++;
    skipBlank();
  }
  const phrasings: string[] = [];
  while (at < lines.length && listMark.test(lines[at] ?? '')) {
    phrasings.push((lines[at] ?? '').slice(2).trim());
    at++;
  }
  const answer = lines.slice(at).map(withoutEscape).join('\n').trim();
  const listed = phrasings.filter((phrasing) => phrasing !== '');
  return { row, title, phrasings: listed, answer, ...withoutUndefined(meta ?? {}) };
}

function withoutEscape(line: string): string {
  const text = line.slice(1);
  return line.startsWith('\\') && (markdownMark.test(text) || listMark.test(text)) ? text : line;
}

function withoutUndefined(meta: NonNullable<ReturnType<typeof readMeta>>): Partial<Draft> {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
}
