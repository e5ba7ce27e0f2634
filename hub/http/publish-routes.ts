import { moveSchema, newBaseSchema, publishSchema } from '../../lib/protocol/hub-team.ts';
import { createBase } from '../services/bases.ts';
import { moveEntries } from '../services/move-entries.ts';
import { publish } from '../services/publish.ts';
import { panels } from '../services/receipts.ts';
import type { Route } from './routes.ts';

/** How knowledge gets to the team. */
export const publishRoutes: readonly Route[] = [
  {
    method: 'POST',
    url: '/v1/bases',
    needs: 'supervisor',
    pace: 'publish',
    handle: ({ hub, body }, member) => createBase(hub, member, body(newBaseSchema).kb),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/publish',
    needs: 'supervisor',
    pace: 'publish',
    mostBytes: 16 * 1024 * 1024,
    handle: ({ hub, part, body }, member) =>
      publish(hub, member, { kb: part('kb'), ...body(publishSchema) }),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/move',
    needs: 'supervisor',
    pace: 'publish',
    handle: ({ hub, part, body }, member) =>
      moveEntries(hub, member, { from: part('kb'), ...body(moveSchema) }),
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/panels',
    needs: 'author',
    handle: ({ hub, part }, member) => panels(hub, member.organisation, part('kb')),
  },
];
