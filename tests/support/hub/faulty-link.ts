import type { HubAnswer, HubLink, HubRequest } from '../../../lib/sync/hub-link';
import type { TestHub } from './test-hub';

export const origin = 'http://hub.test';

/** Asks the hub as over a network without faults. */
export const straightLink = (hub: TestHub): HubLink => ({
  async ask({ method, url, token, body }) {
    return hub.ask(method, url.slice(origin.length), token, body);
  },
  listen: () => Promise.reject(new Error('There is no stream here')),
});

type Faults = {
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly isOn: () => boolean;
  /** How likely; about one in this many requests meets none at 1. */
  readonly fault: number;
  /** The hub's process ends, and begins anew on what it had kept. */
  readonly endHub: () => Promise<void>;
  readonly note: (what: string) => void;
};

/** Loses, repeats, holds back, cuts off and falsifies what goes over it, as chance has it. */
export function faultyLink(link: HubLink, faults: Faults): HubLink {
  const { random, isOn, fault, endHub, note } = faults;
  /** Given up by who asked, but still on its way. */
  let late: HubRequest | undefined;
  let underWay = 0;
  const waiting = new Set<() => void>();

  const ask = async (request: HubRequest): Promise<HubAnswer> => {
    if (!isOn()) return link.ask(request);
    const luck = random() / fault;
    if (luck < 0.15) throw new TypeError('Nothing answers');
    if (luck < 0.2) {
      late = request;
      throw new DOMException('It took too long', 'TimeoutError');
    }
    const answer = await link.ask(request);
    if (late !== undefined) {
      const before = late;
      late = undefined;
      note('a request that comes after a later one');
      await link.ask(before);
    }
    if (luck < 0.25) {
      note('a hub that ends before it answers');
      await endHub();
    }
    // The answer is lost, and what was asked was done.
    if (luck < 0.4) throw new TypeError('The connection was reset');
    if (luck < 0.5) return link.ask(request);
    if (luck < 0.7) return { ...answer, text: answer.text.slice(0, random() * answer.text.length) };
    if (luck < 0.8) return { status: 200, text: '<html>Please sign in to this network</html>' };
    if (luck < 0.85) return { status: 401, text: '<html>Please sign in to this network</html>' };
    if (luck < 0.9) return { status: 503, text: '' };
    // One letter is another: the chain or the hash must notice.
    if (luck < 1) return { ...answer, text: answer.text.replace('Answer', 'Anzwer') };
    // Held back until another has its answer, as long as there is one that is not held back itself.
    if (luck < 1.5 && underWay > waiting.size + 1) {
      note('an answer that comes after a later one');
      await new Promise<void>((resolve) => waiting.add(resolve));
    }
    return answer;
  };
  return {
    ...link,
    async ask(request) {
      underWay++;
      try {
        return await ask(request);
      } finally {
        underWay--;
        for (const goOn of waiting) goOn();
        waiting.clear();
      }
    },
  };
}
