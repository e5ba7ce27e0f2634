import { longestMessage } from '../../protocol/conversation-schema';

/** A cell and a time stand apart from what is beside them, though they end no line. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TIME TR UL'.split(
    ' ',
  ),
);
const silent = new Set(
  'AUDIO BUTTON INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(' '),
);

/**
 * What a person reads in the element, lines kept. Walks the text nodes, because `innerText` would
 * force a layout for each row. Pictures within the text are emoji and read as their `alt`.
 * @param skip selector of parts that are no text, such as attachments
 * @param limit most characters to read; the rest is cut off
 */
export function readText(root: Element, skip?: string, limit = longestMessage): string {
  let text = '';
  // A space or line end is owed until something visible follows, so runs of them read as one.
  let owed: '' | ' ' | '\n' = '';

  const add = (words: string) => {
    if (text !== '') text += owed;
    owed = '';
    text += words;
  };
  const owe = (gap: ' ' | '\n') => {
    if (owed !== '\n') owed = gap;
  };

  const endLine = () => {
    if (owed === '\n' && text !== '') text += '\n';
    owed = '\n';
  };

  const readCharacters = (node: Text) => {
    // Clipped twice the limit: white space may take some, and the page's text is not to be trusted.
    const raw = node.data.slice(0, limit * 2);
    const keepsLines = /\S[^\S\n]*\n\s*\S/.test(raw) && showsLineEnds(node);
    const lines = keepsLines ? raw.split('\n') : [raw];
    lines.forEach((line, at) => {
      if (at > 0) endLine();
      const words = line.replace(/[\s\u200b\ufeff]+/g, ' ');
      if (words.startsWith(' ')) owe(' ');
      const trimmed = words.trim();
      if (trimmed === '') return;
      add(trimmed);
      if (words.endsWith(' ')) owe(' ');
    });
  };

  const readElement = (element: Element) => {
    const tag = element.tagName.toUpperCase();
    if (silent.has(tag) || isHidden(element) || (skip !== undefined && element.matches(skip))) {
      return;
    }
    if (tag === 'IMG') {
      const alt = element.getAttribute('alt')?.trim();
      if (alt) add(alt);
      return;
    }
    if (tag === 'BR') {
      endLine();
      return;
    }
    const isBlock = blocks.has(tag);
    if (isBlock) owe('\n');
    readChildren(element);
    if (isBlock) owe('\n');
  };

  const readChildren = (element: Element) => {
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (text.length >= limit) return;
      if (node.nodeType === 3) readCharacters(node as Text);
      else if (node.nodeType === 1) readElement(node as Element);
    }
  };

  readChildren(root);
  return clip(text, limit).trimEnd();
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
}

function showsLineEnds(node: Text): boolean {
  const parent = node.parentElement;
  const view = parent?.ownerDocument.defaultView;
  if (!parent || !view) return false;
  return /^(pre|break-spaces)/.test(view.getComputedStyle(parent).whiteSpace);
}

/** Cuts a text without leaving half of a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
