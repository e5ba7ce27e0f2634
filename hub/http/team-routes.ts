import { joinAgainSchema, joinSchema, linkOwnerSchema } from '../../lib/protocol/hub-team.ts';
import { joinAgain, linkOwner, makeDeviceLink } from '../services/device-links.ts';
import { join } from '../services/invites.ts';
import { sendJoinPage } from './join-page.ts';
import type { Route } from './routes.ts';

/** How one gets in. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/join',
    needs: 'nothing',
    handle: async ({ request, reply }) => sendJoinPage(request, reply),
  },
  {
    method: 'POST',
    url: '/v1/join',
    needs: 'nothing',
    pace: 'join',
    mostBytes: 4 * 1024,
    handle: ({ hub, body }) => join(hub, body(joinSchema)),
  },
  {
    // For whoever asks, and nobody else: it says no name.
    method: 'POST',
    url: '/v1/device-links',
    needs: 'device',
    pace: 'invite',
    handle: ({ hub }, member) => makeDeviceLink(hub, member),
  },
  {
    method: 'POST',
    url: '/v1/device-links/owner',
    needs: 'nothing',
    pace: 'join',
    mostBytes: 4 * 1024,
    handle: ({ hub, body }) => linkOwner(hub, body(linkOwnerSchema).link),
  },
  {
    method: 'POST',
    url: '/v1/device-links/join',
    needs: 'nothing',
    pace: 'join',
    mostBytes: 4 * 1024,
    handle: ({ hub, body }) => joinAgain(hub, body(joinAgainSchema)),
  },
];
