/**
 * Plain text as paragraphs, one for each line, a blank line as an empty paragraph: what editors
 * themselves put on the clipboard. For a DataTransfer only; nothing of ours parses it.
 */
export function textToHtml(text: string): string {
  return text.split('\n').map(paragraph).join('');
}

function paragraph(line: string): string {
  if (line === '') return '<p><br></p>';
  const open = / {2}|^ | $|\t/.test(line) ? '<p style="white-space:pre-wrap">' : '<p>';
  return `${open}${escaped(line)}</p>`;
}

function escaped(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
