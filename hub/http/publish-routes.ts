import * as v from 'valibot';
import {
  moveSchema,
  newBaseSchema,
  publishSchema,
  rollbackSchema,
} from '../../lib/protocol/hub-team.ts';
import { createBase } from '../services/bases.ts';
import { moveEntries } from '../services/move-entries.ts';
import { publish } from '../services/publish.ts';
import { panels } from '../services/receipts.ts';
import { demandNoReview } from '../services/review.ts';
import { diff, revisions, rollBack } from '../services/revisions.ts';
import { parsed, type Route } from './routes.ts';

const rangeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}-\d{1,15}$/),
  v.transform((range) => range.split('-').map(Number)),
);

/** How knowledge gets to the team. */
export const publishRoutes: readonly Route[] = [
  {
    method: 'POST',
    url: '/v1/bases',
    needs: 'supervisor',
    handle: ({ hub, body }, member) => createBase(hub, member, body(newBaseSchema).kb),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/publish',
    needs: 'supervisor',
    async handle({ hub, part, body }, member) {
      const given = body(publishSchema);
      await demandNoReview(hub, member.organisation, part('kb'));
      return publish(hub, member, { kb: part('kb'), ...given });
    },
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/move',
    needs: 'supervisor',
    handle: ({ hub, part, body }, member) =>
      moveEntries(hub, member, { from: part('kb'), ...body(moveSchema) }),
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/rollback',
    needs: 'supervisor',
    handle: ({ hub, part, body }, member) =>
      rollBack(hub, member, { kb: part('kb'), ...body(rollbackSchema) }),
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/revisions',
    needs: 'author',
    handle: async ({ hub, part }, member) => ({
      revisions: await revisions(hub, member.organisation, part('kb')),
    }),
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/diff/:range',
    needs: 'author',
    async handle({ hub, part }, member) {
      const [from = 0, to = 0] = parsed(rangeSchema, part('range'));
      return { changes: await diff(hub, member.organisation, part('kb'), from, to) };
    },
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/panels',
    needs: 'author',
    handle: ({ hub, part }, member) => panels(hub, member.organisation, part('kb')),
  },
];
