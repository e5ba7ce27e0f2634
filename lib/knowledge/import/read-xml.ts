import { FileRefused } from './file-refused';

export type XmlReader = {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
};

/** Longer than any tag of a workbook. */
const longestTag = 64 * 1024;

/**
 * Reads XML that comes in pieces. Namespace prefixes are dropped; comments, instructions and
 * document types are skipped, so no entity can be declared. Nothing is checked that a reader of
 * workbooks does not need.
 */
export function makeXmlParser(reader: XmlReader): { push(piece: string): void; end(): void } {
  let rest = '';

  function push(piece: string) {
    const xml = rest + piece;
    let at = 0;
    while (at < xml.length) {
      if (xml.charCodeAt(at) !== 0x3c) {
        const tag = xml.indexOf('<', at);
        const end = tag === -1 ? withoutHalfEntity(xml, at) : tag;
        if (end > at) reader.text(decodeEntities(xml.slice(at, end)));
        at = end;
        if (tag === -1) break;
      }
      const end = endOfTag(xml, at);
      if (end === -1) break;
      readTag(xml, at, end);
      at = end;
    }
    rest = xml.slice(at);
    if (rest.length > longestTag) throw brokenXml();
  }

  function readTag(xml: string, start: number, end: number) {
    const mark = xml.charCodeAt(start + 1);
    if (mark === 0x3f) return;
    if (mark === 0x21) {
      if (xml.startsWith('<![CDATA[', start)) reader.text(xml.slice(start + 9, end - 3));
      return;
    }
    const inner = xml.slice(mark === 0x2f ? start + 2 : start + 1, end - 1);
    const nameEnd = inner.search(/[\s/]/);
    const name = localName(nameEnd === -1 ? inner : inner.slice(0, nameEnd));
    if (mark === 0x2f) {
      reader.close(name);
      return;
    }
    const attributes = nameEnd === -1 ? '' : inner.slice(nameEnd);
    reader.open(name, (wanted) => attributeOf(attributes, wanted));
    if (inner.endsWith('/')) reader.close(name);
  }

  return {
    push,
    end() {
      if (rest.trim() !== '') throw brokenXml();
    },
  };
}

/** Where the tag that starts here ends; -1 when the rest is still to come. */
function endOfTag(xml: string, start: number): number {
  const closer = xml.startsWith('<!--', start)
    ? '-->'
    : xml.startsWith('<![CDATA[', start)
      ? ']]>'
      : '>';
  const tail = xml.slice(start, start + 9);
  const isStartOf = (mark: string) => tail.length < mark.length && mark.startsWith(tail);
  if (isStartOf('<!--') || isStartOf('<![CDATA[')) return -1;
  const end = xml.indexOf(closer, start);
  return end === -1 ? -1 : end + closer.length;
}

/** A text's end, or where an entity begins of which the rest is still to come. */
function withoutHalfEntity(xml: string, from: number): number {
  const mark = xml.lastIndexOf('&');
  const isHalf = mark >= from && xml.length - mark < 12 && xml.indexOf(';', mark) === -1;
  return isHalf ? mark : xml.length;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(
    /(?<=\s)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (name === wanted || localName(name ?? '') === wanted) {
      return decodeEntities(double ?? single ?? '');
    }
  }
  return undefined;
}

const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, ...found) => {
      const [decimal, hex, name] = found as (string | undefined)[];
      if (name !== undefined) return named[name.toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

const brokenXml = () => new FileRefused('broken-zip', 'The file is damaged: its XML is cut off.');
