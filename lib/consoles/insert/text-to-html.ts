import type { FormattedLine, FormattedRun } from '../../domain/formatted-line';
import { safeLink } from '../../protocol/safe-link';

/**
 * Plain text as paragraphs, one for each line, a blank line as an empty paragraph: what editors
 * themselves put on the clipboard. For a DataTransfer only; nothing of ours parses it.
 */
export function textToHtml(text: string): string {
  return text.split('\n').map(escaped).map(paragraph).join('');
}

/**
 * The same of formatted lines: bold, links and lists, and nothing else. A single line goes without
 * a paragraph, so that it continues the draft's.
 */
export function formattedToHtml(lines: readonly FormattedLine[]): string {
  const [first, ...others] = lines;
  if (first === undefined) return '';
  if (others.length === 0 && !first.listed) return lineHtml(first);
  return lines
    .map((line, at) => {
      if (!line.listed) return paragraph(lineHtml(line));
      const open = lines[at - 1]?.listed ? '' : '<ul>';
      return `${open}<li>${lineHtml(line)}</li>${lines[at + 1]?.listed ? '' : '</ul>'}`;
    })
    .join('');
}

const lineHtml = ({ runs }: FormattedLine) => runs.map(runHtml).join('');

function runHtml({ text, bold, href }: FormattedRun): string {
  const words = bold ? `<strong>${escaped(text)}</strong>` : escaped(text);
  const address = href === undefined ? undefined : safeLink(href);
  return address === undefined ? words : `<a href="${escaped(address)}">${words}</a>`;
}

function paragraph(html: string): string {
  if (html === '') return '<p><br></p>';
  const open = / {2}|^ | $|\t/.test(html) ? '<p style="white-space:pre-wrap">' : '<p>';
  return `${open}${html}</p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
