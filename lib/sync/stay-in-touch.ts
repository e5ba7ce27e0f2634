import type { HubLink } from './hub-link';
import type { SyncOutcome, TeamSync } from './team-sync';

const firstWaitMs = 1_000;
const longestWaitMs = 15_000;
/** A stream that ends sooner has not kept anybody in touch. */
const shortestStreamMs = 5_000;
/** Messages that wait to be taken in; when there are more, asking once is as good. */
const mostWaiting = 16;

type Parts = {
  readonly link: HubLink;
  readonly sync: TeamSync;
  readonly url: string;
  readonly token: string;
  /** Hears how each try to come up to date ended. */
  readonly onTried: (outcome: SyncOutcome | 'failed') => void;
};

export type Touch = {
  /** Tries now, as when something is to be sent. */
  attempt(): Promise<void>;
  stop(): void;
};

/**
 * Comes up to date at once and whenever a stream to the hub opens, which it holds open; where none
 * stays open, asks again and again. Waits grow and differ, so that not all come back at once.
 */
export function stayInTouch({ link, sync, url, token, onTried }: Parts): Touch {
  const over = new AbortController();
  const { signal } = over;
  let failures = 0;

  async function attempt(work: () => Promise<SyncOutcome> = sync.sync): Promise<void> {
    if (signal.aborted) return;
    const outcome = await work().catch(() => 'failed' as const);
    if (signal.aborted) return;
    failures = outcome === 'failed' ? failures + 1 : 0;
    if (outcome === 'removed') over.abort();
    onTried(outcome);
  }
  let waiting = 0;
  let isBehind = false;
  async function hear(message: string): Promise<void> {
    if (isBehind) return;
    if (waiting === mostWaiting) {
      isBehind = true;
      await pause(firstWaitMs, signal);
      isBehind = false;
      return attempt();
    }
    waiting++;
    await attempt(() => sync.hear(message));
    waiting--;
  }

  async function run(): Promise<void> {
    // Where no stream gets through, that may take as long to be seen as a link is patient.
    let first: Promise<void> | undefined = attempt();
    let inVain = 0;
    while (!signal.aborted) {
      let wasOpen = false;
      const since = Date.now();
      const open = () => {
        wasOpen = true;
        void attempt();
      };
      const on = { open, message: (text: string) => void hear(text) };
      await link.listen({ url, token }, on, signal).catch(() => {});
      if (!wasOpen) await (first ?? attempt());
      first = undefined;
      const wasKept = wasOpen && Date.now() - since >= shortestStreamMs;
      inVain = wasKept ? 0 : inVain + 1;
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(failures, inVain));
      await pause(waitMs * (0.5 + Math.random() / 2), signal);
    }
  }
  void run();
  return { attempt: () => attempt(), stop: () => over.abort() };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
