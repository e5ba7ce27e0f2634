import { figuresQuerySchema } from '../../lib/protocol/hub-figures.ts';
import { figures } from '../services/figures.ts';
import { parsed, type Route } from './routes.ts';

/** What was done with the team's answers, added up. */
export const figureRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/v1/figures',
    needs: 'supervisor',
    handle({ hub, request }, member) {
      const { days } = parsed(figuresQuerySchema, request.query);
      return figures(hub, member.organisation, days);
    },
  },
];
