import { readHubAddress } from '../protocol/hub-address';
import { joinReplySchema, offerReplySchema } from '../protocol/hub-team';
import { parseAnswer } from '../sync/pull-base';
import { enterTeam, lastEvent } from './enter-team';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

type SignInHandlers = Pick<BrainHandlers, 'sign-in.offer' | 'sign-in.finish'>;

/** The calls by which a person joins a team with an account of the company. */
export function signInHandlers(team: Team): SignInHandlers {
  const { link } = team;
  return {
    async 'sign-in.offer'({ address }) {
      const read = readHubAddress(address);
      if (typeof read !== 'object') return { hub: null, signIn: false };
      try {
        const answer = await link.ask({ method: 'GET', url: `${read.hub}/v1/offer` });
        const { signIn } = parseAnswer(offerReplySchema, answer.text);
        return { hub: read.hub, signIn };
      } catch {
        return { hub: null, signIn: false };
      }
    },

    async 'sign-in.finish'({ hub, secret, code }) {
      const read = readHubAddress(hub);
      if (typeof read !== 'object') return { outcome: 'unreachable' };
      const body = { secret, code, eventsFrom: await lastEvent(team) };
      const url = `${read.hub}/v1/sign-in`;
      try {
        const answer = await link.ask({ method: 'POST', url, body });
        if (answer.status === 400) return { outcome: 'wrong-code' };
        if (answer.status === 410) return { outcome: 'over' };
        if (answer.status !== 200) return { outcome: 'unreachable' };
        const { token, organisation, name } = parseAnswer(joinReplySchema, answer.text);
        await enterTeam(team, { hub: read.hub, token, organisation, person: name });
      } catch {
        return { outcome: 'unreachable' };
      }
      await team.start()?.attempt();
      return { outcome: 'joined' };
    },
  };
}
