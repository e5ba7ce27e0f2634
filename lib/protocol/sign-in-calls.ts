import * as v from 'valibot';
import { secret, text } from './wire-types';

/** Joining a team with an account of the company. */
export const signInCalls = {
  /** What the hub at an address offers; `hub` is where it is, null when none answers there. */
  'sign-in.offer': {
    params: v.strictObject({ address: text }),
    result: v.strictObject({ hub: v.nullable(text), signIn: v.boolean() }),
  },
  /** With the code that the hub's page showed, and the secret that the sign-in was begun with. */
  'sign-in.finish': {
    params: v.strictObject({ hub: text, secret, code: v.pipe(v.string(), v.maxLength(40)) }),
    result: v.strictObject({
      outcome: v.picklist(['joined', 'wrong-code', 'over', 'unreachable']),
    }),
  },
} as const;
