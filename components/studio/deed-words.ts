import type { TextKey, Values } from '../../lib/i18n/translate';
import type { Deed } from '../../lib/protocol/hub-people';
import { roles } from '../../lib/protocol/hub-sync';
import { baseWords } from './base-words';
import type { Studio } from './studio-context';

/** The hub's deeds that have words here; others are told as the hub wrote them. */
const known: { readonly [deed: string]: TextKey } = {
  joined: 'audit.joined',
  'joined by single sign-on': 'audit.joined',
  'signed in': 'audit.signed-in',
  invited: 'audit.invited',
  'took back invite': 'audit.took-back-invite',
  'made base': 'audit.made-base',
  published: 'audit.published',
  'rolled back': 'audit.rolled-back',
  'changed role': 'audit.changed-role',
  left: 'audit.left',
  'added device': 'audit.added-device',
  revoked: 'audit.revoked',
  removed: 'audit.removed',
  'renamed team': 'audit.renamed',
  'shared recipe': 'audit.shared-recipe',
  'took back recipe': 'audit.took-back-recipe',
  'handed in': 'audit.handed-in',
  replaced: 'audit.handed-in-anew',
  approved: 'audit.approved',
  refused: 'audit.refused',
  withdrawn: 'audit.withdrawn',
  'could not publish': 'audit.stuck',
  'stood already': 'audit.stood-already',
  expired: 'audit.expired',
  'set approvals': 'audit.set-approvals',
  'set sharing': 'audit.set-sharing',
  'shares learned': 'audit.shares-learned',
  'stopped sharing learned': 'audit.stopped-sharing-learned',
  'refused learned': 'audit.refused-learned',
  'took back refusal': 'audit.took-back-refusal',
  'entries: move': 'audit.moved',
  'entries: copy': 'audit.copied',
  'entries: override': 'audit.copied',
};

/** What somebody did, in plain words. */
export function deedWords(
  { deed, about, whom, revision, approvedBy }: Deed,
  studio: Pick<Studio, 'state' | 'language' | 't'>,
): string {
  const { t, language } = studio;
  const [, given, of] = /(?:^|\s)(\S+) of (\S+)$/.exec(about) ?? [];
  const [, first, kb] = /^(\S+) for ([^\s,]+)/.exec(about) ?? [];
  const [, count, from, to] = /^(\d+) from (\S+) to (\S+)$/.exec(about) ?? [];
  const role = roles.find((each) => each === given);
  const values: Values = {
    whom: whom ?? '?',
    name: about,
    about,
    base: baseWords(of ?? kb ?? from ?? about, studio),
    role: role === undefined ? '' : t(`team.name.${role}`),
    count: count ?? first ?? '',
    to: baseWords(to ?? '', studio),
    number: revision ?? '',
    names: new Intl.ListFormat(language).format(approvedBy),
  };
  if (deed === 'changed role' && role === undefined) return t('audit.took-role', values);
  if (deed === 'published' && revision !== null) {
    return t(approvedBy.length > 0 ? 'audit.published-after' : 'audit.published-as', values);
  }
  const key = known[deed];
  return key === undefined ? t('audit.unknown', { deed, about }) : t(key, values);
}
