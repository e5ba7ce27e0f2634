import { FileRefused, importCaps, type Pace } from './file-refused';
import type { TableRow } from './read-csv';
import { makeXmlParser, type XmlReader } from './read-xml';
import { makeSheetReader } from './sheet-rows';
import { type ByteBudget, readZipParts } from './zip-parts';

const sharedStringsPart = 'xl/sharedStrings.xml';

/** Reads the first sheet of an XLSX workbook as text. Formulas count by the value last computed. */
export async function readWorkbook(zip: Uint8Array, pace: Pace): Promise<TableRow[]> {
  const budget: ByteBudget = { left: importCaps.bytes };
  const parts = new Set<string>();
  let firstSheetId: string | undefined;
  const targets = new Map<string, string>();
  const strings: string[] = [];

  await readParts(
    (name) => {
      parts.add(name);
      return (
        name === 'xl/workbook.xml' ||
        name === 'xl/_rels/workbook.xml.rels' ||
        name === sharedStringsPart
      );
    },
    (name): XmlReader => {
      if (name === sharedStringsPart) return sharedStringsReader(strings);
      return {
        open(tag, attribute) {
          if (tag === 'sheet') firstSheetId ??= attribute('r:id');
          if (tag === 'Relationship') {
            targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
          }
        },
        close() {},
        text() {},
      };
    },
  );

  const sheet = sheetPart(targets.get(firstSheetId ?? ''), parts);
  const rows: TableRow[] = [];
  await readParts(
    (name) => name === sheet,
    () => makeSheetReader(strings, rows),
  );
  return rows;

  /** Reads the wanted parts, each with the reader that is made for it. */
  async function readParts(
    wanted: (name: string) => boolean,
    readerOf: (name: string) => XmlReader,
  ) {
    const open = new Map<string, ReturnType<typeof openPart>>();
    await readZipParts(
      zip,
      wanted,
      (name, piece, last) => {
        const part = open.get(name) ?? openPart(readerOf(name));
        open.set(name, part);
        part.push(piece, last);
      },
      budget,
      pace,
    );
    for (const part of open.values()) part.mustBeWhole();
  }
}

function openPart(reader: XmlReader) {
  const parser = makeXmlParser(reader);
  const decoder = new TextDecoder('utf-8');
  let whole = false;
  return {
    push(piece: Uint8Array, last: boolean) {
      parser.push(decoder.decode(piece, { stream: !last }));
      if (!last) return;
      parser.end();
      whole = true;
    },
    mustBeWhole() {
      if (!whole) throw new FileRefused('broken-zip', 'The file is damaged: its end is missing.');
    },
  };
}

function sheetPart(target: string | undefined, parts: ReadonlySet<string>): string {
  const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const found = [path, 'xl/worksheets/sheet1.xml'].find((name) => parts.has(name));
  if (found !== undefined) return found;
  throw new FileRefused('broken-zip', 'The file is no Excel workbook, or has no sheet.');
}

/** Rich text counts by its runs; phonetic guides (`rPh`) are no part of it. */
function sharedStringsReader(strings: string[]): XmlReader {
  let text = '';
  let inText = false;
  let phonetic = false;
  return {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inText = !phonetic;
    },
    close(tag) {
      if (tag === 'si') strings.push(text);
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 't') inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  };
}
