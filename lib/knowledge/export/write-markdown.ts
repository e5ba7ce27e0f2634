import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { writeMeta } from '../import/markdown-meta';
import { listMark, markdownMark } from '../import/read-markdown';
import { fileBaseOf, fileEntryOf } from './file-entry-of';

/** A base as Markdown that people can read; what a heading and a list cannot say is in comments. */
export function writeMarkdown(
  base: KnowledgeBase,
  entries: readonly Entry[],
): Uint8Array<ArrayBuffer> {
  const name = base.name.replace(/\s+/g, ' ');
  const head = `# ${name}\n${writeMeta(fileBaseOf(base))}\n`;
  const text = `${head}${entries.map(sectionOf).join('')}`;
  // With the mark it is UTF-8 whatever it holds; without, NULs would make it look like UTF-16.
  return new TextEncoder().encode(text.includes('\0') ? `\uFEFF${text}` : text);
}

function sectionOf(entry: Entry): string {
  const { title, phrasings, answer, ...meta } = fileEntryOf(entry);
  const heading = title.replace(/\s+/g, ' ');
  const listed = phrasings.every((phrasing) => !phrasing.includes('\n'));
  const comment = writeMeta({
    ...meta,
    ...(heading === title ? {} : { title }),
    ...(listed ? {} : { phrasings }),
  });
  const list = listed ? phrasings.map((phrasing) => `- ${phrasing}\n`).join('') : '';
  const lines = answer.split('\n').map((line, at) => {
    // Only where no blank line parts it from the phrasings could a list be taken for them.
    const isMark = markdownMark.test(line) || (at === 0 && listMark.test(line));
    return isMark ? `\\${line}` : line;
  });
  return `\n## ${heading}\n${comment}\n${list}\n${lines.join('\n')}\n`;
}
