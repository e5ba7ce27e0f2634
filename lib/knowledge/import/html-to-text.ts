import { decodeHtmlEntities } from './html-entities';

/** What other tools write answers in; anything else in angle brackets is text. */
const knownTags =
  /^(?:a|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strong|style|script|table|tbody|td|th|thead|tr|u|ul)$/;
const blocks = /^(?:p|h[1-6]|hr|ul|ol|table|blockquote|pre)$/;

/** Whether a text has tags of HTML, and not just the one "<" of a comparison. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(?:p|div|br|span|ul|ol|li|a|b|i|em|strong|h[1-6]|table)(?:\s[^<>]{0,2000})?\/?>/i.test(
    text,
  );
}

/**
 * An answer of another tool as plain text in our markdown subset: bold, lists and links stay, every
 * other tag goes. Text in, text out: nothing is ever parsed as a page.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let links: string[] = [];
  /** Name of the element whose content is no text. */
  let skipping: string | undefined;
  const endLine = (blank: boolean) => {
    const written = line.trim();
    if (written !== '') lines.push(written);
    if (blank && lines.at(-1) !== '' && lines.length > 0) lines.push('');
    line = '';
  };
  const write = (text: string) => {
    line += decodeHtmlEntities(text.replace(/[ \t\r\n]+/g, ' '));
  };

  let close = -1;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    // The next ">" stays the same over many "<": it is looked for once.
    if (open === -1) close = -1;
    else if (close < open) close = html.indexOf('>', open);
    // Where no tag can end any more, the rest is text.
    if (close === -1) {
      if (skipping === undefined) write(html.slice(at));
      break;
    }
    if (skipping === undefined) write(html.slice(at, open));
    const tag = readTag(html.slice(open + 1, close));
    if (tag === undefined) {
      if (skipping === undefined) line += '<';
      at = open + 1;
      continue;
    }
    at = close + 1;
    const { name, closing, link } = tag;
    if (skipping !== undefined) {
      if (closing && name === skipping) skipping = undefined;
    } else if (name === 'script' || name === 'style') {
      if (!closing) skipping = name;
    } else if (name === 'b' || name === 'strong') line += '**';
    else if (name === 'a') {
      const to = closing ? links.pop() : undefined;
      if (to) line += `](${to})`;
      if (!closing) links = [...links.slice(-20), link ?? ''];
      if (!closing && link !== undefined) line += '[';
    } else if (name === 'td' || name === 'th') line += ' ';
    else if (name === 'br' || name === 'div' || name === 'tr' || name === 'li') {
      endLine(false);
      if (name === 'li' && !closing) line = '- ';
    } else if (blocks.test(name)) endLine(true);
  }
  endLine(false);
  return lines.join('\n').replaceAll('****', '').trim();
}

/** @param inner what stands between the angle brackets */
function readTag(inner: string) {
  const closing = inner.startsWith('/');
  const name = /^\/?([a-z][a-z0-9]{0,11})(?=[\s/]|$)/i.exec(inner)?.[1]?.toLowerCase();
  if (name === undefined || !knownTags.test(name)) return undefined;
  const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(inner.slice(0, 4000));
  const link = decodeHtmlEntities(href?.[1] ?? href?.[2] ?? '').trim();
  return { name, closing, link: /^(?:https?:|mailto:|tel:)/i.test(link) ? link : undefined };
}
