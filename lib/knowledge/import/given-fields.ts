import type { Language } from '../../domain/language';
import type { ColumnField } from '../../protocol/import-calls';
import type { DraftField } from './draft';

/** Fields of which a file speaks; an entry that is there already keeps the others. */
export type GivenFields = ReadonlySet<Exclude<DraftField, 'variants'> | `variants.${Language}`>;

export const answerFields: GivenFields = new Set(['title', 'answer']);
export const textFields: GivenFields = new Set(['title', 'phrasings', 'answer']);
export const allFields: GivenFields = new Set([
  ...textFields,
  'variants.en',
  'variants.zh',
  'asksFirst',
  'validFrom',
  'validUntil',
  'tags',
  'mustEdit',
  'links',
  'attachments',
]);

const fieldOfColumn: {
  readonly [field in ColumnField]: Parameters<GivenFields['has']>[0] | undefined;
} = {
  id: undefined,
  title: 'title',
  phrasing: 'phrasings',
  answer: 'answer',
  'answer.en': 'variants.en',
  'answer.zh': 'variants.zh',
  tags: 'tags',
  validFrom: 'validFrom',
  validUntil: 'validUntil',
  asksFirst: 'asksFirst',
  mustEdit: 'mustEdit',
  links: 'links',
  attachments: 'attachments',
  ignore: undefined,
};

export function givenByColumns(columns: readonly ColumnField[]): GivenFields {
  return new Set(
    columns.map((column) => fieldOfColumn[column]).filter((field) => field !== undefined),
  );
}
