import type { HubLink } from './hub-link';

const longestWaitMs = 10 * 60_000;

/**
 * Keeps to what a busy hub asks for: until the time that it named is over, nothing of the same kind
 * is sent there, whoever on this machine wants it.
 */
export function patientLink(link: HubLink, now: () => number = Date.now): HubLink {
  const notBefore = new Map<string, number>();
  return {
    ...link,
    async ask(request) {
      const kind = `${request.method} ${kindOf(request.url)}`;
      const leftMs = (notBefore.get(kind) ?? 0) - now();
      // As the hub itself would answer.
      if (leftMs > 0) return { status: 429, text: '', retryAfterMs: leftMs };
      const answer = await link.ask(request);
      const isBusy = answer.status === 429 || answer.status === 503;
      if (isBusy && answer.retryAfterMs !== undefined) {
        notBefore.set(kind, now() + Math.min(answer.retryAfterMs, longestWaitMs));
      }
      return answer;
    },
  };
}

/** Pages of a base are of one kind, whichever: what they are called stands after it. */
const kindOf = (url: string) => /^.*?\/v1\/[^/?]+/.exec(url)?.[0] ?? url;
