import type { HubBase, HubEntry, Op } from '../protocol/hub-ops';
import type { ChangedEntry, changedFields } from '../protocol/team-page-calls';

type Texts = { readonly [field in (typeof changedFields)[number]]?: string };
type Change = { readonly subject: string; readonly before: Op | null; readonly after: Op | null };

/** One subject's change as it is read by people: field by field, only what differs. */
export function changedEntry({ subject, before, after }: Change): ChangedEntry {
  const [old, now] = [textsOf(before), textsOf(after)];
  const fields = (Object.keys({ ...old, ...now }) as (keyof Texts)[])
    .map((field) => ({ field, before: old[field] ?? '', after: now[field] ?? '' }))
    .filter((change) => change.before !== change.after);
  const title = now.title ?? now.name ?? old.title ?? old.name ?? subject;
  const kind = kindOf(before, after);
  // When something was written is no difference.
  const isSame = fields.length === 0 && kind === 'changed';
  return { id: subject, title, kind: isSame ? 'same' : kind, fields };
}

function kindOf(before: Op | null, after: Op | null): ChangedEntry['kind'] {
  if (before?.op === 'base' || after?.op === 'base') return 'base';
  const isGone = after === null || after.op === 'del';
  if (before === null || before.op === 'del') return isGone ? 'same' : 'added';
  return isGone ? 'removed' : 'changed';
}

function textsOf(op: Op | null): Texts {
  if (op === null || op.op === 'del') return {};
  return op.op === 'put' ? entryTexts(op.entry) : baseTexts(op.base);
}

const entryTexts = (entry: HubEntry): Texts => ({
  title: entry.title,
  phrasings: lines(entry.phrasings, ({ text }) => text),
  answer: entry.answer,
  'variants.en': entry.variants.en ?? '',
  'variants.zh': entry.variants.zh ?? '',
  asksFirst: entry.asksFirst ?? '',
  validFrom: entry.validFrom ?? '',
  validUntil: entry.validUntil ?? '',
  tags: lines(entry.tags, (tag) => tag),
  mustEdit: entry.mustEdit ? '✓' : '',
  links: lines(entry.links, ({ to, kind }) => `${kind}: ${to}`),
  attachments: lines(entry.attachments ?? [], ({ name, url }) => `${name} ${url}`),
});

const baseTexts = (base: HubBase): Texts => ({
  name: base.name,
  language: base.language,
  holding: base.holding ?? '',
  scope: base.scope,
  routes: lines(base.routes ?? [], (route) => Object.values(route).join(' · ')),
  smallTalk: base.smallTalk ? '✓' : '',
});

const lines = <One>(all: readonly One[], textOf: (one: One) => string) =>
  all.map(textOf).join('\n');
