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

/** Loses, repeats, cuts off and falsifies what goes over it, as chance has it. */
export function faultyLink(
  link: HubLink,
  random: () => number,
  isOn: () => boolean,
  fault: number,
): HubLink {
  const ask = async (request: HubRequest): Promise<HubAnswer> => {
    if (!isOn()) return link.ask(request);
    const luck = random() / fault;
    if (luck < 0.2) throw new TypeError('Nothing answers');
    const answer = await link.ask(request);
    // The answer is lost, and what was asked was done.
    if (luck < 0.4) throw new TypeError('The connection was reset');
    if (luck < 0.5) return link.ask(request);
    if (luck < 0.7) return { ...answer, text: answer.text.slice(0, random() * answer.text.length) };
    if (luck < 0.8) return { status: 200, text: '<html>Please sign in to this network</html>' };
    if (luck < 0.85) return { status: 401, text: '<html>Please sign in to this network</html>' };
    if (luck < 0.9) return { status: 503, text: '' };
    // One letter is another: the chain or the hash must notice.
    if (luck < 1) return { ...answer, text: answer.text.replace('Answer', 'Anzwer') };
    return answer;
  };
  return { ...link, ask };
}
