import { inviteSchema, joinSchema } from '../../lib/protocol/hub-team.ts';
import { join, makeInvite } from '../services/invites.ts';
import { people, revoke } from '../services/members.ts';
import type { Route } from './routes.ts';

/** Who is in the team, and how one gets in and out. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'POST',
    url: '/v1/join',
    needs: 'nothing',
    handle: ({ hub, body }) => join(hub, body(joinSchema)),
  },
  {
    method: 'POST',
    url: '/v1/invites',
    needs: 'supervisor',
    handle({ hub, body }, member) {
      const { kb, role } = body(inviteSchema);
      return makeInvite(hub, member, kb, role);
    },
  },
  {
    method: 'GET',
    url: '/v1/people',
    needs: 'supervisor',
    handle: async ({ hub }, member) => ({ people: await people(hub, member.organisation) }),
  },
  {
    method: 'POST',
    url: '/v1/devices/:device/revoke',
    needs: 'supervisor',
    async handle({ hub, part }, member) {
      await revoke(hub, member, part('device'));
      return {};
    },
  },
];
