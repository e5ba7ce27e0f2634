import { FileRefused, importCaps } from './file-refused';
import { jsonBreak } from './json-break';

export type ParsedJson = {
  readonly value: unknown;
  /** Line on which each object that is opened `depth` levels deep starts, in order. */
  linesOf(depth: number): readonly number[];
};

/** JSON.parse takes 200,000 levels of brackets; what walks its result would not, so they are counted before. */
export function parseJson(text: string): ParsedJson {
  const lines: number[][] = [];
  scanJson(text, (depth, line) => {
    lines[depth] ??= [];
    lines[depth].push(line);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const row = text.slice(0, jsonBreak(text)).split('\n').length;
    throw new FileRefused('broken-json', `This is not valid JSON: it breaks in line ${row}.`, {
      row,
    });
  }
  refuseForbiddenKeys(value);
  return { value, linesOf: (depth) => lines[depth] ?? [] };
}

function scanJson(text: string, onObject: (depth: number, line: number) => void) {
  let depth = 0;
  let line = 1;
  let marks = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x0a) line++;
    if (inString) {
      if (char === 0x5c) at++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      marks++;
      if (++depth > importCaps.depth) {
        throw new FileRefused('too-deep', `Line ${line} is nested too deeply.`, { row: line });
      }
      if (char === 0x7b) onObject(depth, line);
    } else if (char === 0x7d || char === 0x5d) depth--;
    else if (char === 0x2c) marks++;
    if (marks > importCaps.jsonMarks) {
      throw new FileRefused('too-large', 'The file holds far more than a knowledge base.', {
        row: line,
      });
    }
  }
}

/** Depth was counted before, so this goes at most `importCaps.depth` levels down. */
function refuseForbiddenKeys(value: unknown) {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) {
    throw new FileRefused('forbidden-key', 'The file uses the forbidden name "__proto__".', {
      column: '__proto__',
    });
  }
  for (const inner of Object.values(value)) refuseForbiddenKeys(inner);
}
