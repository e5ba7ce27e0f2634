import {
  type HeldBase,
  type ImportPlan,
  planImport,
} from '../../../../lib/knowledge/import/plan-import';
import { readImport } from '../../../../lib/knowledge/import/read-import';
import type {
  ImportFormat,
  ImportOptions,
  ImportProblem,
} from '../../../../lib/protocol/import-calls';

const noPace = async () => {};

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Reads and plans a file as the brain does; the problems when it is refused. */
export async function tryPlan(
  fileName: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
  held?: HeldBase,
): Promise<
  | { plan: ImportPlan; problems: undefined }
  | { plan: undefined; problems: readonly ImportProblem[] }
> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const format: { format?: ImportFormat } = options.format ? { format: options.format } : {};
  const source = await readImport({ fileName, bytes, ...format }, noPace);
  if (!source.ok) return { plan: undefined, problems: source.error };
  const heldOf = (id: string) => (held?.base.id === id ? held : undefined);
  return { plan: await planImport(source.value, options, heldOf, 1, noPace), problems: undefined };
}

/** For files that must be readable. */
export async function plan(...args: Parameters<typeof tryPlan>): Promise<ImportPlan> {
  const tried = await tryPlan(...args);
  if (tried.plan === undefined) throw new Error(`Refused: ${tried.problems[0]?.reason}`);
  return tried.plan;
}

/** For files that must be refused: the one problem. */
export async function refusal(...args: Parameters<typeof tryPlan>): Promise<ImportProblem> {
  const tried = await tryPlan(...args);
  const first = tried.problems?.[0];
  if (first === undefined) throw new Error('The file was not refused');
  return first;
}

/** What a person would look at: the entries without what every one has. */
export const entriesOf = (planned: ImportPlan) =>
  planned.planned.map(({ entry }) => ({
    id: entry.id,
    title: entry.title,
    phrasings: entry.phrasings.map(({ text }) => text),
    answer: entry.answer,
    ...(Object.keys(entry.variants).length > 0 ? { variants: entry.variants } : {}),
    ...(entry.tags.length > 0 ? { tags: entry.tags } : {}),
  }));
