import {
  closeGapsSchema,
  newGapSchema,
  sharingSchema,
  takeBackGapSchema,
} from '../../lib/protocol/hub-gaps.ts';
import {
  closeGaps,
  openGaps,
  setSharing,
  sharingOf,
  takeBackGap,
  takeGap,
} from '../services/gaps.ts';
import type { Route } from './routes.ts';

/** Questions that no answer fitted, and whether their text may come unasked. */
export const gapRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/sharing',
    needs: 'device',
    handle: ({ hub }, member) => sharingOf(hub.database, member.organisation),
  },
  {
    method: 'POST',
    url: '/v1/sharing/set',
    needs: 'supervisor',
    async handle({ hub, body }, member) {
      await setSharing(hub, member, body(sharingSchema));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/gaps',
    needs: 'device',
    async handle({ hub, body }, member) {
      await takeGap(hub, member, body(newGapSchema));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/gaps/take-back',
    needs: 'device',
    async handle({ hub, body }, member) {
      await takeBackGap(hub, member, body(takeBackGapSchema).id);
      return {};
    },
  },
  {
    method: 'GET',
    url: '/v1/gaps/open',
    needs: 'supervisor',
    handle: async ({ hub }, member) => ({ gaps: await openGaps(hub, member.organisation) }),
  },
  {
    method: 'POST',
    url: '/v1/gaps/close',
    needs: 'supervisor',
    async handle({ hub, body }, member) {
      await closeGaps(hub, member, body(closeGapsSchema).ids);
      return {};
    },
  },
];
