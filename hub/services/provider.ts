import * as oidc from 'openid-client';
import { Refusal } from './refusal.ts';
import type { SignInSettings } from './sign-in-settings.ts';

/** What is kept between the way to the provider and the way back. */
export type Journey = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type Account = { readonly issuer: string; readonly subject: string; readonly name: string };

/** The company's provider of accounts (OpenID Connect). */
export type Provider = {
  readonly settings: SignInSettings;
  begin(): Promise<Journey & { readonly url: string }>;
  /** Who came back with this query; throws when it is not the answer to what was asked. */
  end(query: string, journey: Journey): Promise<Account>;
};

export function makeProvider(settings: SignInSettings): Provider {
  let found: Promise<oidc.Configuration> | undefined;
  const callback = `${settings.publicUrl}/sso/callback`;

  /** Asked for at the first sign-in, so that the hub starts without its provider. */
  function configuration(): Promise<oidc.Configuration> {
    found ??= oidc
      .discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
        execute: settings.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
        timeout: 10,
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  }

  return {
    settings,
    async begin() {
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const verifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { state, nonce, verifier, url: url.href };
    },

    async end(query, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${callback}${query}`), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const told = tokens.claims();
      if (told === undefined) throw new Error('The provider told nothing of who it is');
      // Many tell no more than the subject in the token itself.
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(config, tokens.access_token, told.sub);
      const account = { ...more, ...told };
      demandDomain(account, settings.domain);
      return { issuer: told.iss, subject: told.sub, name: nameOf(account) };
    },
  };
}

type Claims = { readonly [claim: string]: unknown };

function demandDomain({ email, email_verified }: Claims, domain: string | undefined): void {
  if (domain === undefined) return;
  const [, theirs] = /^[^@\s]+@([^@\s]+)$/.exec(String(email ?? '')) ?? [];
  // An address that nobody verified is one that anybody may claim.
  if (email_verified !== true || theirs?.toLowerCase() !== domain) {
    throw new Refusal(400, `Only verified addresses of ${domain} are let in here`);
  }
}

function nameOf({ name, preferred_username, email }: Claims): string {
  const given = [name, preferred_username, email].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  const clean = (given ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, '').trim();
  return clean === '' ? '?' : [...clean].slice(0, 60).join('');
}
