import type { Route } from './routes.ts';

/** How whoever runs the hub sees how it is. */
export const operatorRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/health',
    needs: 'nothing',
    async handle({ hub, streams }) {
      await hub.database.run('select 1');
      return { ok: true, streams: streams.size };
    },
  },
  {
    method: 'GET',
    url: '/metrics',
    needs: 'operator',
    async handle({ metrics, reply }) {
      return reply.type(metrics.contentType).send(await metrics.text());
    },
  },
];
