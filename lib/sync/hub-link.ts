import { readText } from './read-text';

export type HubRequest = {
  readonly method: 'GET' | 'POST';
  /** With the hub's origin in front of it. */
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
};
export type HubAnswer = {
  readonly status: number;
  readonly text: string;
  /** How long the hub wants not to be asked this again. */
  readonly retryAfterMs?: number;
};

/** The hub cannot answer now, or holds back who asks too often: the same may do later. */
export const isAway = ({ status }: HubAnswer) => status >= 500 || status === 429;

/** The way to a hub. What comes back may be anything: a portal's page, half an answer. */
export type HubLink = {
  /** Rejects when nothing answers. */
  ask(request: HubRequest): Promise<HubAnswer>;
  /** Calls back for each message of a stream; settles when it ends. */
  listen(
    request: Pick<HubRequest, 'url' | 'token'>,
    on: { open(): void; message(text: string): void },
    signal: AbortSignal,
  ): Promise<void>;
};

/** Where there is no way to any hub. */
export const noLink: HubLink = {
  ask: () => Promise.reject(new Error('There is no link')),
  listen: () => Promise.reject(new Error('There is no link')),
};

/** What is put up with from the other side, who may be anybody. */
const patience = {
  /** The hub says something every 15 s: a stream that is silent for longer has died unnoticed. */
  longestSilenceMs: 40_000,
  longestAnswerMs: 30_000,
  /** A page of the largest entries; counted after it is unpacked. */
  mostBytes: 128 * 1024 * 1024,
  /** A poke with its small changes. */
  mostLetters: 64 * 1024,
};

/** No hub sends elsewhere: a token or an invite must not follow to where a network leads. */
const always = { credentials: 'omit', redirect: 'error', cache: 'no-store' } as const;

/** The link over the network. Nothing is sent before somebody joined a team. */
export function makeNetworkLink(limits: Partial<typeof patience> = {}): HubLink {
  const { longestSilenceMs, longestAnswerMs, mostBytes, mostLetters } = { ...patience, ...limits };
  return {
    async ask({ method, url, token, body }) {
      const response = await fetch(url, {
        ...always,
        // Questions for one address wait for each other in a browser's cache, whatever comes of it.
        cache: token === undefined ? 'default' : 'no-store',
        method,
        headers: headersOf(token, body),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(longestAnswerMs),
      });
      const { status } = response;
      const text = await readText(response, mostBytes);
      const seconds = /^\d{1,4}$/.exec(response.headers.get('retry-after') ?? '')?.[0];
      return { status, text, ...(seconds ? { retryAfterMs: Number(seconds) * 1_000 } : {}) };
    },

    async listen({ url, token }, on, signal) {
      const silence = new AbortController();
      const unlessSilent = async <Result>(answer: Promise<Result>): Promise<Result> => {
        const timer = setTimeout(() => silence.abort(), longestSilenceMs);
        return answer.finally(() => clearTimeout(timer));
      };
      const response = await unlessSilent(
        fetch(url, {
          ...always,
          headers: headersOf(token, undefined),
          signal: AbortSignal.any([signal, silence.signal]),
        }),
      );
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || response.body === null || !type.startsWith('text/event-stream')) {
        await response.body?.cancel();
        throw new Error(`The stream was refused with ${response.status}`);
      }
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      let isOpen = false;
      for (;;) {
        const { value, done } = await unlessSilent(reader.read());
        if (done) return;
        if (!isOpen) on.open();
        isOpen = true;
        const messages = (rest + value).split('\n\n');
        rest = messages.pop() ?? '';
        if (rest.length > mostLetters) {
          await reader.cancel();
          throw new Error('The stream sends one message without an end');
        }
        for (const message of messages) {
          if (message.startsWith('data: ')) on.message(message.slice('data: '.length));
        }
      }
    },
  };
}

const headersOf = (token: string | undefined, body: unknown) => ({
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});
