import * as v from 'valibot';
import {
  diffQuerySchema,
  revisionsQuerySchema,
  rollbackSchema,
} from '../../lib/protocol/hub-history.ts';
import { diffOf } from '../services/diff.ts';
import { revisions, rollBack } from '../services/revisions.ts';
import { parsed, type Route } from './routes.ts';

const rangeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}-\d{1,15}$/),
  v.transform((range) => range.split('-').map(Number)),
);
/** Entries are long: so many at once. */
const mostChanges = 30;

/** What was published, and how it is gone back to. */
export const historyRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/bases/:kb/revisions',
    needs: 'author',
    handle({ hub, part, request }, member) {
      const { before } = parsed(revisionsQuerySchema, request.query);
      return revisions(hub, member.organisation, part('kb'), before);
    },
  },
  {
    method: 'GET',
    url: '/v1/bases/:kb/diff/:range',
    needs: 'author',
    handle({ hub, part, request }, member) {
      const [from = 0, to = 0] = parsed(rangeSchema, part('range'));
      const { offset } = parsed(diffQuerySchema, request.query);
      const some = { offset, limit: mostChanges };
      return diffOf(hub, member.organisation, part('kb'), { from, to, some });
    },
  },
  {
    method: 'POST',
    url: '/v1/bases/:kb/rollback',
    needs: 'supervisor',
    pace: 'publish',
    handle({ hub, part, body }, member) {
      return rollBack(hub, member, { kb: part('kb'), ...body(rollbackSchema) });
    },
  },
];
