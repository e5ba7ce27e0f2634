import { ownLink, readJoinLink } from '../protocol/hub-address';
import { deviceLinkReplySchema, linkOwnerReplySchema } from '../protocol/hub-team';
import type { ownLinkCalls } from '../protocol/own-link-calls';
import { parseAnswer } from '../sync/pull-base';
import { askHub } from './ask-hub';
import type { BrainHandlers } from './handlers';
import type { Team } from './team';

type OwnLinkHandlers = Pick<BrainHandlers, keyof typeof ownLinkCalls>;

/** The calls by which a person lets another browser of theirs in; it joins by `team.join`. */
export function ownLinkHandlers({ store, link: hubLink }: Team): OwnLinkHandlers {
  return {
    async 'team.own-link'() {
      const { membership } = store.team();
      const member = membership?.removed ? undefined : membership;
      const question = { path: '/v1/device-links', body: {} };
      const told = await askHub(hubLink, member, question, deviceLinkReplySchema);
      if (member === undefined || told.outcome !== 'told') return { link: null, expiresAt: 0 };
      const { link, expiresAt } = told.reply;
      return { link: ownLink(member.hub, link), expiresAt };
    },

    async 'team.link-owner'({ link }) {
      const read = readJoinLink(link);
      if (typeof read !== 'object' || !read.isOwn) return { outcome: 'used-up' };
      const url = `${read.hub}/v1/device-links/owner`;
      try {
        const answer = await hubLink.ask({ method: 'POST', url, body: { link: read.invite } });
        if (answer.status === 410) return { outcome: 'used-up' };
        return { outcome: 'known', ...parseAnswer(linkOwnerReplySchema, answer.text) };
      } catch {
        return { outcome: 'unreachable' };
      }
    },
  };
}
