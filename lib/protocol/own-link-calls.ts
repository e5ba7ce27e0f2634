import * as v from 'valibot';
import { text } from './wire-types';

/** Letting another browser of the same person in. */
export const ownLinkCalls = {
  /** A link for another browser of the same person; null when the hub did not give one. */
  'team.own-link': {
    params: v.null(),
    result: v.strictObject({ link: v.nullable(text), expiresAt: v.number() }),
  },
  /** As whom such a link lets in, before it is used. */
  'team.link-owner': {
    params: v.strictObject({ link: text }),
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('known'), name: text, organisation: text }),
      v.strictObject({ outcome: v.picklist(['used-up', 'unreachable']) }),
    ]),
  },
} as const;
