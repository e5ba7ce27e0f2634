import * as v from 'valibot';
import { kbSchema } from '../../lib/protocol/hub-sync.ts';

const settingsSchema = v.object({
  CUECARD_SSO_ISSUER: v.pipe(v.string(), v.url()),
  CUECARD_SSO_CLIENT_ID: v.pipe(v.string(), v.minLength(1)),
  CUECARD_SSO_CLIENT_SECRET: v.pipe(v.string(), v.minLength(1)),
  CUECARD_PUBLIC_URL: v.pipe(v.string(), v.url()),
  CUECARD_SSO_DOMAIN: v.optional(v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9.-]+$/))),
  // An administrator is made by another, never by a provider's directory.
  CUECARD_SSO_ROLE: v.optional(v.picklist(['agent', 'author', 'supervisor']), 'agent'),
  CUECARD_SSO_BASE: v.optional(v.union([v.literal('*'), kbSchema]), '*'),
  CUECARD_SSO_ORGANISATION: v.optional(v.string()),
});

export type SignInSettings = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach this hub. */
  readonly publicUrl: string;
  /** Only verified addresses in this domain are let in. */
  readonly domain: string | undefined;
  /** What somebody new may do, and in which base. */
  readonly role: 'agent' | 'author' | 'supervisor';
  readonly kb: string;
  /** Needed where the hub serves several. */
  readonly organisation: string | undefined;
};

/**
 * Single sign-on as the environment sets it; undefined where it does not. From there only, as the
 * arguments of a process can be read by all on its machine.
 */
export function readSignInSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SignInSettings | undefined {
  if (environment['CUECARD_SSO_ISSUER'] === undefined) return undefined;
  const read = v.safeParse(settingsSchema, environment);
  if (!read.success) {
    const wrong = read.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
    throw new Error(`Single sign-on is not set up whole. ${wrong.join('; ')}`);
  }
  const given = read.output;
  const issuer = new URL(given.CUECARD_SSO_ISSUER);
  if (!isSafe(issuer) || !isSafe(new URL(given.CUECARD_PUBLIC_URL))) {
    throw new Error('CUECARD_SSO_ISSUER and CUECARD_PUBLIC_URL must begin with https://');
  }
  return {
    issuer,
    clientId: given.CUECARD_SSO_CLIENT_ID,
    clientSecret: given.CUECARD_SSO_CLIENT_SECRET,
    publicUrl: given.CUECARD_PUBLIC_URL.replace(/\/+$/, ''),
    domain: given.CUECARD_SSO_DOMAIN,
    role: given.CUECARD_SSO_ROLE,
    kb: given.CUECARD_SSO_BASE,
    organisation: given.CUECARD_SSO_ORGANISATION,
  };
}

/** Plain http is for trying it on one's own machine. */
export const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
