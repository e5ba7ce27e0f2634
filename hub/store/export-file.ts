import * as v from 'valibot';

/** The lines of an export: one of these, then rows, then what they must come to. */
export const format = 'cuecard-hub/1';
export const beginSchema = v.strictObject({
  format: v.literal(format),
  /** The migrations that made the tables. */
  steps: v.array(v.number()),
  at: v.string(),
});
/** Every value as the database writes it in text; bytes in base64. */
export const rowSchema = v.strictObject({
  table: v.string(),
  row: v.record(v.string(), v.nullable(v.string())),
});
export const endSchema = v.strictObject({
  end: v.literal(true),
  counts: v.record(v.string(), v.number()),
  /** Of all lines before this one. */
  sha256: v.string(),
});
