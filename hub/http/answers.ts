import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../services/refusal.ts';
import { failureOf } from './logged.ts';

/**
 * On every answer. Tokens are sent by hand, never by the browser itself, so any origin may ask: an
 * extension's differs from browser to browser.
 */
export function setHeaders(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, retry-after',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

/** A browser asks beforehand; what it asks about is settled when it comes. */
export function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .headers({
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-private-network': 'true',
      'access-control-max-age': '7200',
    })
    .code(204)
    .send();
}

/**
 * A refusal in the hub's own words, which a portal's or a gateway's are not: a client gives its
 * copy up only for these.
 */
export function refuse(
  error: Pick<FastifyError, 'message'> & { readonly statusCode?: number | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
  if (status >= 500 && error instanceof Error) {
    request.log.error(failureOf(error));
  }
  const words = status < 500 ? error.message : 'The hub failed';
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ hub: 'cuecard', error: words });
}

/** For what has no route or no readable address: the address may hold a key, so it is not repeated. */
export function refuseAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setHeaders(reply);
  return refuse({ statusCode: 404, message: 'There is nothing here' }, request, reply);
}
