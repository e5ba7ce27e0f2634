import type * as v from 'valibot';
import { redact } from '../privacy/redact';
import { redactByRules } from '../privacy/redact-by-rules';
import type { GapOffered, GapTakenBack } from '../protocol/gap-calls';
import { gapsReplySchema, type Sharing, sharingSchema } from '../protocol/hub-gaps';
import { isAway } from '../sync/hub-link';
import { parseAnswer } from '../sync/pull-base';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

type GapHandlers = Pick<BrainHandlers, Extract<keyof BrainHandlers, `gaps.${string}`>>;

const longestGap = 4_000;

/** The only calls by which words of a conversation leave this machine. */
export function gapHandlers({ store, link }: Team): GapHandlers {
  async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
    const { membership } = store.team();
    if (membership === undefined || membership.removed) return undefined;
    const { hub, token } = membership;
    const request = { method, url: `${hub}/v1/${path}`, token };
    return link.ask(body === undefined ? request : { ...request, body }).catch(() => undefined);
  }

  async function get<Schema extends v.GenericSchema>(schema: Schema, path: string) {
    const answer = await ask('GET', path);
    if (answer?.status !== 200) return undefined;
    try {
      return parseAnswer(schema, answer.text);
    } catch {
      return undefined;
    }
  }

  const post = async (path: string, body: unknown) => ({
    done: (await ask('POST', path, body))?.status === 200,
  });

  async function send(gap: object): Promise<GapOffered> {
    const answer = await ask('POST', 'gaps', gap);
    if (answer === undefined || isAway(answer)) return { outcome: 'unreachable' };
    return { outcome: answer.status === 200 ? 'sent' : 'refused' };
  }

  async function takeBack(id: string): Promise<GapTakenBack> {
    const answer = await ask('POST', 'gaps/take-back', { id });
    if (answer === undefined || isAway(answer)) return { outcome: 'unreachable' };
    // A hub from before this does not know the address.
    return { outcome: answer.status === 200 ? 'taken-back' : 'refused' };
  }

  const isMember = () => {
    const { membership } = store.team();
    return membership !== undefined && !membership.removed;
  };

  return {
    async 'gaps.offer'({ id, text, consoleId }) {
      if (!isMember()) return { outcome: 'none' };
      // Asked each time: what was switched off a moment ago holds.
      const rules: Sharing | undefined = await get(sharingSchema, 'sharing');
      if (rules === undefined) return { outcome: 'unreachable' };
      const words = redactByRules(text, rules.redaction).slice(0, longestGap);
      if (words.trim() === '') return { outcome: 'none' };
      if (!rules.sharing) return { outcome: 'ask', text: words };
      return send({ id, text: words, consoleId, confirmed: false });
    },

    // What the agent saw is redacted already; what a face should send otherwise is all the same.
    'gaps.send': ({ id, text, consoleId }) =>
      isMember()
        ? send({ id, text: redact(text).slice(0, longestGap), consoleId, confirmed: true })
        : { outcome: 'none' },

    'gaps.take-back': ({ id }) => (isMember() ? takeBack(id) : { outcome: 'none' }),

    async 'gaps.list'() {
      const [gaps, rules] = await Promise.all([
        get(gapsReplySchema, 'gaps/open'),
        get(sharingSchema, 'sharing'),
      ]);
      return gaps === undefined || rules === undefined ? null : { ...gaps, ...rules };
    },
    'gaps.close': (body) => post('gaps/close', body),
    'gaps.rules': (body) => post('sharing/set', body),
  };
}
