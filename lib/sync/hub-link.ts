export type HubRequest = {
  readonly method: 'GET' | 'POST';
  /** With the hub's origin in front of it. */
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
};
export type HubAnswer = { readonly status: number; readonly text: string };

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

/** The hub says something every 15 s: a stream that is silent for longer has died unnoticed. */
const longestSilenceMs = 40_000;
const longestAnswerMs = 30_000;

/** The link over the network. Nothing is sent before somebody joined a team. */
export const networkLink: HubLink = {
  async ask({ method, url, token, body }) {
    const response = await fetch(url, {
      method,
      headers: headersOf(token, body),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      signal: AbortSignal.timeout(longestAnswerMs),
    });
    return { status: response.status, text: await response.text() };
  },

  async listen({ url, token }, on, signal) {
    const silence = new AbortController();
    const response = await fetch(url, {
      headers: headersOf(token, undefined),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || response.body === null || !type.startsWith('text/event-stream')) {
      throw new Error(`The stream was refused with ${response.status}`);
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    let isOpen = false;
    for (;;) {
      const timer = setTimeout(() => silence.abort(), longestSilenceMs);
      const { value, done } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      if (!isOpen) on.open();
      isOpen = true;
      const messages = (rest + value).split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        if (message.startsWith('data: ')) on.message(message.slice('data: '.length));
      }
    }
  },
};

const headersOf = (token: string | undefined, body: unknown) => ({
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});
