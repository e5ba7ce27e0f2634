import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { beginSchema, endSchema, rowSchema } from './export-file.ts';

/** What of the file is not as it was written; where, and never what stands there. */
export const damaged = (line: number, why: string) =>
  new Error(`The file is damaged: line ${line}: ${why}. Nothing was imported.`);

/** One line as it must be. */
export function parseLine<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  at: number,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(at, 'it is no JSON');
  }
  const result = v.safeParse(schema, value);
  if (!result.success) throw damaged(at, v.getDotPath(result.issues[0]) ?? 'it has another shape');
  return result.output;
}

/** Throws unless the file is whole, before anything is made of it. Gives back how it begins. */
export async function checkExport(lines: AsyncIterable<string>) {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let begin: v.InferOutput<typeof beginSchema> | undefined;
  let at = 0;
  let isOver = false;
  try {
    for await (const line of lines) {
      at++;
      if (isOver) throw damaged(at, 'something follows the end');
      if (begin !== undefined && isEnd(line)) {
        const end = parseLine(endSchema, line, at);
        if (end.sha256 !== hash.digest('hex')) throw damaged(at, 'its checksum is another');
        const given = Object.entries(end.counts).filter(([, count]) => count > 0);
        const isAll = given.every(([table, count]) => counts.get(table) === count);
        if (!isAll || given.length !== counts.size) throw damaged(at, 'the counts are others');
        isOver = true;
        continue;
      }
      hash.update(`${line}\n`);
      if (begin === undefined) begin = parseLine(beginSchema, line, at);
      else {
        const { table } = parseLine(rowSchema, line, at);
        counts.set(table, (counts.get(table) ?? 0) + 1);
      }
    }
  } catch (error) {
    // The end of a compressed file that was cut short.
    if (error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR') {
      throw damaged(at, 'the rest is missing');
    }
    throw error;
  }
  if (begin === undefined || !isOver) throw damaged(at, 'the rest is missing');
  return begin;
}

export const isEnd = (line: string) => line.startsWith('{"end":');
