import type { TextKey } from '../../lib/i18n/translate';
import type { HubRefusal } from '../../lib/protocol/team-page-calls';

/** Why the hub did not do it, in plain words. */
export const refusalWords = (refusal: HubRefusal): TextKey =>
  refusal === 'unreachable' ? 'team.unreached' : `team.${refusal}`;
