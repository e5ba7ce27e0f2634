const blockNames = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Shown inside the editing host, but no part of the draft. */
const notDraft =
  'script, style, template, [data-slate-placeholder], [contenteditable="false"][class*="placeholder" i], [data-mce-bogus="all"], .ck-fake-selection-container, .ck-widget__type-around';

/** A place in the DOM, as a range's boundary has it. */
export type Place = { readonly node: Node; readonly offset: number };

/**
 * The draft as the person sees it: a line for each block and each line break, no-break spaces as
 * spaces, without the invisible characters that editors put where a caret needs a place. Given a
 * place, only what stands before it. `element` is the field, the editing host or the editable frame.
 */
export function readComposer(element: Element, upTo?: Place): string {
  if (element.localName === 'textarea' || element.localName === 'input') {
    return (element as HTMLTextAreaElement | HTMLInputElement).value;
  }
  const root =
    element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument?.body : element;
  if (!root) return '';
  const reading: Reading = { lines: [''], isOpen: false, isDone: false, upTo };
  readNode(root, reading);
  if (!reading.isOpen && reading.lines.length > 1 && upTo === undefined) reading.lines.pop();
  return reading.lines
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '');
}

type Reading = {
  readonly lines: string[];
  /** Whether the last line has been begun: an empty one counts only if a block or break made it. */
  isOpen: boolean;
  isDone: boolean;
  readonly upTo: Place | undefined;
};

function readNode(node: Node, reading: Reading): void {
  if (node.nodeType === 3) {
    readTextNode(node as Text, reading);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  if (element.matches(notDraft)) return;
  if (element.localName === 'br') {
    closeLine(reading);
    return;
  }
  if (element.localName === 'img') addText(element.getAttribute('alt') ?? '', reading);
  const isBlock = blockNames.has(element.localName);
  if (isBlock && reading.isOpen) closeLine(reading);
  const children = [...element.childNodes];
  for (let at = 0; at <= children.length && !reading.isDone; at++) {
    const child = children[at];
    if (reading.upTo?.node === element && reading.upTo.offset === at) reading.isDone = true;
    else if (child !== undefined) readNode(child, reading);
  }
  if (isBlock && reading.isOpen && !reading.isDone) closeLine(reading);
}

function readTextNode(node: Text, reading: Reading): void {
  const isHere = reading.upTo?.node === node;
  const text = isHere ? node.data.slice(0, reading.upTo?.offset) : node.data;
  if (isHere) reading.isDone = true;
  if (keepsLineBreaks(node)) {
    addText(text, reading);
    return;
  }
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
  addText(reading.isOpen ? collapsed : collapsed.replace(/^ /, ''), reading);
}

function keepsLineBreaks(node: Text): boolean {
  const parent = node.parentElement;
  if (parent === null || !node.data.includes('\n')) return true;
  return /pre|break-spaces/.test(
    node.ownerDocument.defaultView?.getComputedStyle(parent).whiteSpace ?? '',
  );
}

function addText(text: string, reading: Reading): void {
  if (text === '') return;
  reading.lines.push((reading.lines.pop() ?? '') + text);
  reading.isOpen = true;
}

function closeLine(reading: Reading): void {
  reading.lines.push('');
  reading.isOpen = false;
}

/**
 * A text without white space and without invisible characters: editors differ in how they write
 * line ends and spaces, so this is what "the same text" means here.
 */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]/g, '');
}
