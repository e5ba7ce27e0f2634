import type { TextKey } from '../../lib/i18n/translate';
import type { ChangedEntry } from '../../lib/protocol/team-page-calls';

type Field = ChangedEntry['fields'][number]['field'];

/** Fields go by the words that they are written under. */
export const fieldWords: { readonly [field in Field]: TextKey } = {
  title: 'studio.title',
  phrasings: 'studio.phrasings',
  answer: 'studio.answer',
  'variants.en': 'change.answer.en',
  'variants.zh': 'change.answer.zh',
  asksFirst: 'studio.asks-first',
  validFrom: 'studio.valid.from',
  validUntil: 'studio.valid.until',
  tags: 'studio.tags',
  mustEdit: 'studio.must-edit',
  links: 'change.links',
  attachments: 'studio.attachments',
  name: 'studio.base.name',
  language: 'studio.base.language',
  holding: 'studio.base.holding',
  scope: 'base.scope',
  routes: 'change.routes',
  smallTalk: 'studio.small-talk',
};

/** Of what is chosen from a list, the words of the list. */
const chosen: { readonly [choice: string]: TextKey } = {
  'scope shared': 'base.scope.shared',
  'scope exclusive': 'base.scope.exclusive',
  'language en': 'studio.language.en',
  'language zh': 'studio.language.zh',
};

export function valueWords(field: Field, value: string, t: (key: TextKey) => string): string {
  const key = chosen[`${field} ${value}`];
  return key === undefined ? value : t(key);
}
