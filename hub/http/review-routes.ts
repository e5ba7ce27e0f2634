import {
  approveSchema,
  handInSchema,
  refuseSchema,
  reviewRuleSchema,
} from '../../lib/protocol/hub-review.ts';
import { proposalDiff } from '../services/diff.ts';
import { reviewList } from '../services/proposals.ts';
import { approve, close, handIn, setApprovals } from '../services/review.ts';
import type { Call, Route } from './routes.ts';

const proposalIn = ({ part }: Call) => ({ kb: part('kb'), id: part('proposal') });

/** Changes that somebody else looks at before they are published, or that wait for their time. */
export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/bases/:kb/review',
    needs: 'author',
    handle: ({ hub, part }, member) => reviewList(hub, member, part('kb')),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/approvals',
    needs: 'admin',
    async handle({ hub, part, body }, member) {
      await setApprovals(hub, member, part('kb'), body(reviewRuleSchema).approvals);
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/proposals',
    needs: 'author',
    pace: 'publish',
    mostBytes: 16 * 1024 * 1024,
    handle: ({ hub, part, body }, member) => handIn(hub, member, part('kb'), body(handInSchema)),
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/proposals/:proposal',
    needs: 'author',
    handle: ({ hub, part }, member) =>
      proposalDiff(hub, member.organisation, part('kb'), part('proposal')),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/proposals/:proposal/approve',
    needs: 'supervisor',
    handle: (call, member) => approve(call.hub, member, proposalIn(call), call.body(approveSchema)),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/proposals/:proposal/refuse',
    needs: 'supervisor',
    handle: (call, member) =>
      close(call.hub, member, proposalIn(call), 'refused', call.body(refuseSchema).word),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/proposals/:proposal/withdraw',
    needs: 'author',
    handle: (call, member) => close(call.hub, member, proposalIn(call), 'withdrawn', ''),
  },
];
