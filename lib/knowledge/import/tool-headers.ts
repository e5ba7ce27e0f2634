import type { ColumnField, ImportFormat } from '../../protocol/import-calls';

/** Columns by which another tool's table is known, and what each of its columns is. */
type ToolTable = {
  readonly format: Extract<ImportFormat, 'intercom' | 'freshdesk'>;
  /** All of the first, and at least one of the second. */
  readonly has: readonly string[];
  readonly andOneOf: readonly string[];
  readonly fields: { readonly [header: string]: ColumnField };
};

/**
 * The names are those of the tools' own interfaces (Intercom: macros and articles; Freshdesk: canned
 * responses and solution articles), which their tables repeat. See docs/import.md.
 */
const toolTables: readonly ToolTable[] = [
  {
    format: 'intercom',
    has: ['body'],
    andOneOf: [
      'visible_to',
      'available_on',
      'author_id',
      'state',
      'body_text',
      'parent_id',
      'collection',
    ],
    fields: {
      title: 'title',
      name: 'title',
      body: 'answer',
      body_text: 'answer',
      collection: 'tags',
    },
  },
  {
    format: 'freshdesk',
    has: ['title'],
    andOneOf: ['content_html', 'folder_id', 'folder', 'description_text', 'visibility', 'seo_data'],
    fields: {
      title: 'title',
      content: 'answer',
      content_html: 'answer',
      description: 'answer',
      description_text: 'answer',
      tags: 'tags',
      folder: 'tags',
      category: 'tags',
    },
  },
];

/** Of several columns that hold the answer, the one that keeps its lists and links. */
const richest = ['content_html', 'body', 'description', 'content', 'description_text', 'body_text'];

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The tool whose table has these column names, and the fields of its columns. */
export function toolTableOf(headers: readonly string[]) {
  const names = headers.map(plain);
  const tool = toolTables.find(
    ({ has, andOneOf }) =>
      has.every((name) => names.includes(name)) && andOneOf.some((name) => names.includes(name)),
  );
  if (tool === undefined) return undefined;
  const answer = richest.find((name) => names.includes(name) && Object.hasOwn(tool.fields, name));
  const fields = names.map((name): ColumnField => {
    const field = Object.hasOwn(tool.fields, name) ? (tool.fields[name] ?? 'ignore') : 'ignore';
    return field === 'answer' && name !== answer ? 'ignore' : field;
  });
  return answer === undefined ? undefined : { format: tool.format, fields };
}
