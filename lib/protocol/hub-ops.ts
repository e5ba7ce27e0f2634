import * as v from 'valibot';
import { sha256 } from '../base/sha256';
import { type Entry, linkKinds } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { routeSchema } from './route-schema';
import { language } from './wire-types';

const id = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}._-]{1,120}$/u));
const line = v.pipe(v.string(), v.maxLength(4_000));
const answer = v.pipe(v.string(), v.maxLength(40_000));

/** An entry as it travels: which base it belongs to is said by the page it is in. */
export type HubEntry = Omit<Entry, 'base'>;

const entryFields = v.strictObject({
  id,
  title: line,
  phrasings: v.pipe(
    v.array(v.strictObject({ text: line, source: v.picklist(['author', 'import', 'learned']) })),
    v.maxLength(1_000),
  ),
  answer,
  variants: v.strictObject({ en: v.exactOptional(answer), zh: v.exactOptional(answer) }),
  asksFirst: v.exactOptional(line),
  validFrom: v.exactOptional(line),
  validUntil: v.exactOptional(line),
  tags: v.pipe(v.array(line), v.maxLength(100)),
  mustEdit: v.boolean(),
  links: v.pipe(v.array(v.strictObject({ to: id, kind: v.picklist(linkKinds) })), v.maxLength(50)),
  attachments: v.exactOptional(
    v.pipe(v.array(v.strictObject({ name: line, url: line })), v.maxLength(20)),
  ),
  updatedAt: v.number(),
});

/** Letters of one entry in all: a page of the largest ones must still be readable at once. */
const mostLetters = 150_000;
const entrySchema: v.GenericSchema<unknown, HubEntry> = v.pipe(
  entryFields,
  v.check(
    ({ answer: text, variants: { en = '', zh = '' }, phrasings }) =>
      phrasings.reduce((sum, each) => sum + each.text.length, 0) +
        text.length +
        en.length +
        zh.length <=
      mostLetters,
    'This entry is too large',
  ),
);

/** What is known of a base apart from its entries. */
export type HubBase = Omit<KnowledgeBase, 'id'>;

const baseSchema: v.GenericSchema<unknown, HubBase> = v.strictObject({
  name: line,
  scope: v.picklist(['shared', 'exclusive']),
  routes: v.exactOptional(v.pipe(v.array(routeSchema), v.maxLength(50))),
  language,
  smallTalk: v.boolean(),
  holding: v.exactOptional(answer),
  updatedAt: v.number(),
});

/** One change of a base. A deletion is an operation like any other: nothing is told by absence. */
export const opSchema = v.variant('op', [
  v.strictObject({ op: v.literal('put'), entry: entrySchema }),
  v.strictObject({ op: v.literal('del'), id }),
  v.strictObject({ op: v.literal('base'), base: baseSchema }),
]);
export type Op = v.InferOutput<typeof opSchema>;

/** What an operation changes; a base's own fields go by the name that no entry can have. */
export const subjectOf = (op: Op) =>
  op.op === 'put' ? op.entry.id : op.op === 'del' ? op.id : baseSubject;
export const baseSubject = '*';

/** The chain before the first operation. */
export const firstChain = '0'.repeat(64);

/** Ties each operation to all before it, so that two histories never pass for one. */
export const nextChain = (chain: string, body: string) => sha256(`${chain}\n${body}`);
