import * as v from 'valibot';

export const backupFormat = 'cuecard-backup/1';

/** The bases are read by their own reader, which can say what is wrong with an entry. */
const backupSchema = v.object({
  format: v.literal(backupFormat),
  bases: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});

/** The bases of a saved file, each as the text of a `cuecard/1` file; undefined for any other. */
export function readBackup(content: string): string[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return undefined;
  }
  const file = v.safeParse(backupSchema, parsed);
  return file.success ? file.output.bases.map((base) => JSON.stringify(base)) : undefined;
}
