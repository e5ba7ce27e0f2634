import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Entry } from '../../domain/entry';
import { guardCell } from '../formula-guard';
import type { Pace } from '../import/file-refused';
import { tableHeader } from '../table-header';
import { tableRows } from './table-rows';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts that are the same in every workbook: ECMA-376, part 1, 12.2. */
const parts = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="Cuecard" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is text that wraps (number format 49 is "@"), so that a cell stays text when it is edited.
  'xl/styles.xml': `${xml}<styleSheet xmlns="${sheets}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
};

/** Widths in characters, by column of `tableHeader`. */
const widths = [18, 32, 40, 60, 40, 40, 16, 12, 12, 24, 10, 20, 40];

/** Entries as an XLSX workbook of one sheet. All cells are text, none a formula. */
export async function writeWorkbook(
  entries: readonly Entry[],
  pace: Pace,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = makeZip();
  for (const [name, text] of Object.entries(parts)) zip.add(name)(text, true);
  const write = zip.add('xl/worksheets/sheet1.xml');
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  write(
    `${xml}<worksheet xmlns="${sheets}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
  );
  write(rowXml(tableHeader, 1));
  let row = 1;
  let some = '';
  for (const cells of tableRows(entries)) {
    some += rowXml(cells, ++row);
    if (row % 200 !== 0) continue;
    write(some);
    some = '';
    await pace();
  }
  write(`${some}</sheetData></worksheet>`, true);
  return zip.end();
}

/** A zip that is packed piece by piece. The same content gives the same bytes whenever it is made. */
function makeZip() {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    packed.push(piece);
  });
  return {
    /** Files are written one after the other, each up to its last piece. */
    add(name: string) {
      const file = new ZipDeflate(name, { level: 3 });
      file.mtime = new Date(2000, 0, 1);
      zip.add(file);
      return (text: string, last = false) => file.push(strToU8(text), last);
    },
    end(): Uint8Array<ArrayBuffer> {
      zip.end();
      const whole = new Uint8Array(packed.reduce((bytes, piece) => bytes + piece.length, 0));
      let at = 0;
      for (const piece of packed) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}

function rowXml(cells: readonly string[], row: number): string {
  const written = cells.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeXml(guardCell(text))}</t></is></c>`,
  );
  return `<row r="${row}">${written.join('')}</row>`;
}

/** Characters that XML has not are written as `_xHHHH_`; see `decodeEscapes` of the reader. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
      /[\0-\x08\x0B-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
