import { joinSchema } from '../../lib/protocol/hub-team.ts';
import { join } from '../services/invites.ts';
import type { Route } from './routes.ts';

/** How one gets in. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'POST',
    url: '/v1/join',
    needs: 'nothing',
    pace: 'join',
    mostBytes: 4 * 1024,
    handle: ({ hub, body }) => join(hub, body(joinSchema)),
  },
];
