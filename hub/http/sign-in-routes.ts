import * as v from 'valibot';
import { signInSchema } from '../../lib/protocol/hub-team.ts';
import type { Hub } from '../services/hub.ts';
import type { Provider } from '../services/provider.ts';
import { Refusal } from '../services/refusal.ts';
import { beginSignIn, endSignIn, exchange } from '../services/sign-in.ts';
import type { Call, Route } from './routes.ts';
import { sendSignInPage } from './sign-in-page.ts';

const cookie = 'cuecard-sign-in';
const challengeSchema = v.object({ challenge: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** Single sign-on: an account of the company instead of an invite. */
export const signInRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/offer',
    needs: 'nothing',
    handle: async ({ hub }) => ({ hub: 'cuecard', signIn: hub.provider !== undefined }),
  },
  {
    method: 'GET',
    url: '/sso/start',
    needs: 'nothing',
    pace: 'signIn',
    handle: (call) =>
      orPage(call, async () => {
        const { hub, request, reply } = call;
        const provider = providerOf(hub);
        const query = v.safeParse(challengeSchema, request.query);
        if (!query.success) throw new Refusal(400, 'The address is not whole');
        const { url, browser } = await beginSignIn(hub, provider, query.output.challenge);
        const { protocol, pathname } = new URL(`${provider.settings.publicUrl}/sso`);
        const secure = protocol === 'https:' ? '; Secure' : '';
        // Ties the way back to this browser.
        return reply
          .header(
            'set-cookie',
            `${cookie}=${browser}; Path=${pathname}; HttpOnly; SameSite=Lax; Max-Age=600${secure}`,
          )
          .redirect(url, 303);
      }),
  },
  {
    method: 'GET',
    url: '/sso/callback',
    needs: 'nothing',
    pace: 'signIn',
    handle: (call) =>
      orPage(call, async () => {
        const { hub, request, reply } = call;
        const [, browser = ''] =
          new RegExp(`(?:^|; )${cookie}=([0-9a-f]{64})`).exec(request.headers.cookie ?? '') ?? [];
        const at = request.url.indexOf('?');
        const query = at === -1 ? '' : request.url.slice(at);
        const code = await endSignIn(hub, providerOf(hub), { query, browser });
        return sendSignInPage(request, reply, { code });
      }),
  },
  {
    method: 'POST',
    url: '/v1/sign-in',
    needs: 'nothing',
    pace: 'signIn',
    mostBytes: 4 * 1024,
    handle: async ({ hub, body }) => exchange(hub, providerOf(hub), body(signInSchema)),
  },
];

function providerOf({ provider }: Hub): Provider {
  if (provider === undefined) throw new Refusal(404, 'There is no single sign-on here');
  return provider;
}

/** What goes wrong is told to a person here, not to a program. */
async function orPage({ request, reply }: Call, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      // Whoever set it up wrongly has to learn what of it; no account and no token is in it.
      request.log.error({ error: String(error) });
    }
    reply.code(error instanceof Refusal ? error.status : 502);
    const failed =
      error instanceof Refusal
        ? error.message
        : 'The company’s sign-in did not answer as it should.';
    return sendSignInPage(request, reply, { failed });
  }
}
