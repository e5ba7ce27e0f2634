import { auditQuerySchema, changeRoleSchema, renameSchema } from '../../lib/protocol/hub-people.ts';
import { inviteSchema } from '../../lib/protocol/hub-team.ts';
import { changeRole, leave, removePerson, revoke } from '../services/change-members.ts';
import { makeInvite } from '../services/invites.ts';
import { openInvites, takeBackInvite } from '../services/open-invites.ts';
import { people } from '../services/people.ts';
import { readAudit } from '../services/read-audit.ts';
import { renameTeam } from '../services/rename-team.ts';
import { parsed, type Route } from './routes.ts';

/** Who is in the team, who may do what, and who let them. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/people',
    needs: 'device',
    handle: async ({ hub }, member) => ({ people: await people(hub, member) }),
  },
  {
    method: 'POST',
    url: '/v1/people/:person/role',
    needs: 'supervisor',
    async handle({ hub, part, body }, member) {
      await changeRole(hub, member, part('person'), body(changeRoleSchema));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/people/:person/remove',
    needs: 'supervisor',
    async handle({ hub, part }, member) {
      await removePerson(hub, member, part('person'));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/leave',
    needs: 'device',
    async handle({ hub }, member) {
      await leave(hub, member);
      return {};
    },
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
  {
    method: 'POST',
    url: '/v1/invites',
    needs: 'supervisor',
    pace: 'invite',
    handle({ hub, body }, member) {
      const { kb, role } = body(inviteSchema);
      return makeInvite(hub, member, kb, role);
    },
  },
  {
    method: 'GET',
    url: '/v1/invites',
    needs: 'supervisor',
    handle: async ({ hub }, member) => ({ invites: await openInvites(hub, member) }),
  },
  {
    method: 'POST',
    url: '/v1/invites/:invite/take-back',
    needs: 'supervisor',
    async handle({ hub, part }, member) {
      await takeBackInvite(hub, member, part('invite'));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/v1/team/rename',
    needs: 'admin',
    async handle({ hub, body }, member) {
      await renameTeam(hub, member, body(renameSchema).name);
      return {};
    },
  },
  {
    method: 'GET',
    url: '/v1/audit',
    needs: 'supervisor',
    handle({ hub, request }, member) {
      return readAudit(hub, member, parsed(auditQuerySchema, request.query).offset);
    },
  },
];
