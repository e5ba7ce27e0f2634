import {
  decideLearnedSchema,
  setLearnedSharingSchema,
  sharedPicksSchema,
  takeBackPicksSchema,
} from '../../lib/protocol/hub-learned.ts';
import {
  decideLearned,
  learnedSharing,
  refusedFor,
  setLearnedSharing,
  takeBackPicks,
  takePicks,
  teamPhrasings,
} from '../services/learned.ts';
import type { Route } from './routes.ts';

/** How customers ask when an agent picks an answer: on its way here, and what is decided about it. */
export const learnedRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/learned/sharing',
    needs: 'device',
    handle: ({ hub }, member) => learnedSharing(hub, member),
  },
  {
    method: 'POST',
    url: '/v1/learned/sharing/set',
    needs: 'supervisor',
    async handle({ hub, body }, member) {
      await setLearnedSharing(hub, member, body(setLearnedSharingSchema).learned);
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/learned',
    needs: 'device',
    pace: 'learned',
    async handle({ hub, body }, member) {
      await takePicks(hub, member, body(sharedPicksSchema).picks);
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/learned/take-back',
    needs: 'device',
    async handle({ hub, body }, member) {
      await takeBackPicks(hub, member, body(takeBackPicksSchema).seqs);
      return {};
    },
  },
  {
    method: 'GET',
    url: '/v1/learned/refused',
    needs: 'device',
    handle: ({ hub }, member) => refusedFor(hub, member),
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/learned',
    needs: 'supervisor',
    handle: async ({ hub, part }, member) => ({
      phrasings: await teamPhrasings(hub, member.organisation, part('kb')),
    }),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/learned/decide',
    needs: 'supervisor',
    async handle({ hub, part, body }, member) {
      await decideLearned(hub, member, { ...body(decideLearnedSchema), kb: part('kb') });
      return {};
    },
  },
];
