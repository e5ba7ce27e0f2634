import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Page = {
  readonly title: string;
  /** HTML. */
  readonly body: string;
  /** The one script that may run here: its own text, never another's. */
  readonly script?: string;
};

/** The language in which a person reads a page of the hub. */
export const languageOf = ({ headers }: FastifyRequest): 'en' | 'zh' =>
  /^zh\b/i.test(headers['accept-language'] ?? '') ? 'zh' : 'en';

/** One of the few pages that people see of a hub; nothing in it comes from elsewhere. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, body, script = '' }: Page,
): FastifyReply {
  const scripts =
    script === ''
      ? ''
      : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`;
  return reply
    .header(
      'content-security-policy',
      `default-src 'none';${scripts} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="${languageOf(request)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 28rem; margin: 15vh auto; padding: 1rem }
h1 { font-size: 1.25rem }
output { font: 2rem/1.4 ui-monospace, monospace; letter-spacing: .1em; user-select: all }
output.address { display: block; font-size: .875rem; letter-spacing: 0; overflow-wrap: anywhere;
  border: 1px solid; border-radius: .5rem; padding: .75rem }
[hidden] { display: none !important }
</style>
<h1>${title}</h1>
${body}
${script === '' ? '' : `<script>${script}</script>`}
</html>
`);
}
