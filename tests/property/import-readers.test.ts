import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../lib/knowledge/formula-guard';
import { joinCell, splitCell } from '../../lib/knowledge/import/cell-list';
import { jsonBreak } from '../../lib/knowledge/import/json-break';
import { csvRows } from '../../lib/knowledge/import/read-csv';
import { makeXmlParser } from '../../lib/knowledge/import/read-xml';

const seed = { seed: 20261122, numRuns: 1_000 };
const from = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

describe('the CSV reader', () => {
  const tables = from('a', 'b b', ',', ',', '"', '""', '"c"', '\n', '\n', '"d,\n"', ',"e""f",');

  it('reads what papaparse reads wherever that finds no fault', () => {
    fc.assert(
      fc.property(tables, (text) => {
        const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        fc.pre(oracle.errors.length === 0);
        // Whether a last line end begins one more row of nothing is told in two ways.
        const rows = oracle.data.filter(
          ({ length }, at) => length > 1 || oracle.data[at]?.[0] !== '',
        );
        const own = [...csvRows(text, ',')].map(({ cells }) => cells);
        expect(own.filter((cells) => cells.length > 1 || cells[0] !== '')).toEqual(rows);
      }),
      seed,
    );
  });

  it('reads what papaparse writes', () => {
    const cell = from('a', '\n', '\r\n', '\r', '"', ',', ' ', '=', '中', '😀');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const own = [...csvRows(Papa.unparse(rows), ',')].map(({ cells }) => cells);
          expect(own).toEqual(rows);
        },
      ),
      seed,
    );
  });

  it('says on which line each row starts', () => {
    const cell = from('a', '\n', '\r\n', '\r', '""', ',');
    const row = fc.tuple(fc.array(cell, { minLength: 1 }), fc.constantFrom('\n', '\r\n', '\r'));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        let text = '';
        const lines = rows.map(([cells, lineEnd]) => {
          const line = text.replace(/\r\n?/g, '\n').split('\n').length;
          text += `${cells.map((each) => `"${each}"`).join(',')}${lineEnd}`;
          return line;
        });
        expect([...csvRows(text, ',')].map(({ line }) => line)).toEqual(lines);
      }),
      seed,
    );
  });
});

describe('several phrasings in one cell', () => {
  it('are read as they were written', () => {
    const piece = from('a', '"', '""', '|', ';', '；', '\n', '\r', ' ', ',', '、')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    for (const kind of ['phrasing', 'tags'] as const) {
      fc.assert(
        fc.property(fc.array(piece), (pieces) => {
          expect(splitCell(joinCell(pieces, kind), kind)).toEqual(pieces);
        }),
        seed,
      );
    }
  });

  it('without quotes are what cutting at every separator gives', () => {
    fc.assert(
      fc.property(from('a', 'b', '|', ';', '；', '\n', ' '), (cell) => {
        const naive = cell.split(/[\n|;；]/).map((text) => text.trim());
        expect(splitCell(cell, 'phrasing')).toEqual(naive.filter((text) => text !== ''));
      }),
      seed,
    );
  });
});

describe('the guard against formulas', () => {
  it('can be undone, and leaves no cell that starts one', () => {
    fc.assert(
      fc.property(
        from("'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', 'a', '1'),
        (text) => {
          expect(guardCell(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
          expect(unguardCell(guardCell(text))).toBe(text);
        },
      ),
      seed,
    );
  });
});

describe('the place where JSON breaks', () => {
  it('is none in what JSON.parse takes, and one in what it refuses', () => {
    const texts = from(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\\',
      '\n',
    );
    fc.assert(
      fc.property(texts, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const at = jsonBreak(text);
        if (isJson) expect(at).toBe(text.length);
        // What comes before the break can be the start of JSON: nothing is named too late.
        else if (at < text.length) expect(() => JSON.parse(text.slice(0, at + 1))).toThrow();
      }),
      { ...seed, numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(jsonBreak(json)).toBe(json.length);
        const broken = `${json}\n]`;
        expect(jsonBreak(broken)).toBe(json.length + 1);
      }),
      seed,
    );
  });
});

describe('the XML reader', () => {
  it('reads the same however the text is cut into pieces', () => {
    const xml = from(
      '<a>',
      '</a>',
      '<b c="d>" e=\'&lt;\'/>',
      'text',
      '&amp;',
      '&#20320;',
      '<!-- <a> -->',
      '<![CDATA[<x>]]>',
      '<?x y?>',
      '\n',
    );
    fc.assert(
      fc.property(xml, fc.array(fc.nat(20)), (text, cuts) => {
        expect(eventsOf([...pieces(text, cuts)])).toEqual(eventsOf([text]));
      }),
      seed,
    );
  });

  function* pieces(text: string, cuts: readonly number[]) {
    let at = 0;
    for (const length of cuts) {
      yield text.slice(at, at + length);
      at += length;
    }
    yield text.slice(at);
  }

  function eventsOf(parts: readonly string[]): string[] {
    const events: string[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') events.push(`text ${text}`);
      text = '';
    };
    const parser = makeXmlParser({
      open(name, attribute) {
        flush();
        events.push(`open ${name} ${attribute('c')} ${attribute('e')}`);
      },
      close(name) {
        flush();
        events.push(`close ${name}`);
      },
      text(piece) {
        text += piece;
      },
    });
    for (const part of parts) parser.push(part);
    parser.end();
    flush();
    return events;
  }
});
