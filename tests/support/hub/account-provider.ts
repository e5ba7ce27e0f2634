import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type AccountProvider = {
  readonly issuer: string;
  /** Accounts by their name; one that is taken out can sign in no more. */
  readonly accounts: Map<string, Record<string, unknown>>;
  close(): void;
};

export const client = { id: 'cuecard', secret: 'a-secret-for-tests' };

/** A real OpenID Connect provider on this machine. Whoever knows an account's name is that one. */
export async function startAccountProvider(redirect: string): Promise<AccountProvider> {
  const accounts: AccountProvider['accounts'] = new Map();
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
    cookies: { keys: ['for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const account = accounts.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
    },
  });
  answer = provider.callback();
  return {
    issuer,
    accounts,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** What a browser does: follows, keeps cookies, and fills in the provider's own forms. */
export function makeBrowser(account: string) {
  const cookies = new Map<string, Map<string, string>>();
  const visited: string[] = [];
  async function go(url: string, form?: Record<string, string>): Promise<Response> {
    visited.push(url);
    const { origin } = new URL(url);
    const jar = cookies.get(origin) ?? new Map<string, string>();
    cookies.set(origin, jar);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    return to === null ? answer : go(new URL(to, url).href);
  }
  return {
    visited,
    go,
    /** To the end, or to the page that does not go on. */
    async signIn(url: string): Promise<{ status: number; text: string }> {
      let answer = await go(url);
      for (let page = 0; page < 4; page++) {
        const text = await answer.text();
        const action = /<form[^>]*action="([^"]+)"/.exec(text)?.[1];
        const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1];
        if (action === undefined || prompt === undefined) return { status: answer.status, text };
        const form: Record<string, string> =
          prompt === 'login' ? { prompt, login: account, password: 'any' } : { prompt };
        answer = await go(new URL(action, answer.url).href, form);
      }
      throw new Error('The provider goes round in circles');
    },
  };
}
