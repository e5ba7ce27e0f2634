import { joinSchema } from '../../lib/protocol/hub-team.ts';
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
];
