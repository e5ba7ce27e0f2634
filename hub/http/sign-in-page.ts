import type { FastifyReply, FastifyRequest } from 'fastify';

const words = {
  en: {
    title: 'Signed in',
    code: 'Type this code in Cuecard’s settings:',
    care: 'It is good once, for three minutes. Cuecard asks for it nowhere else: tell it to nobody.',
    failed: 'You were not signed in',
    again: 'Close this page and begin again in Cuecard’s settings.',
  },
  zh: {
    title: '已登录',
    code: '请在 Cuecard 设置中输入此代码：',
    care: '代码三分钟内有效，只能用一次。Cuecard 只在设置中询问它：不要告诉任何人。',
    failed: '未能登录',
    again: '请关闭本页，在 Cuecard 设置中重新开始。',
  },
} as const;

type Said = { readonly code: string } | { readonly failed: string };

/** What a person sees at the end of signing in; without a script, so that nothing reads along. */
export function sendSignInPage(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  said: Said,
): FastifyReply {
  const language = /^zh\b/i.test(headers['accept-language'] ?? '') ? 'zh' : 'en';
  const t = words[language];
  const [title, body] =
    'code' in said
      ? [t.title, `<p>${t.code}</p><p><output>${dashed(said.code)}</output></p><p>${t.care}</p>`]
      : [t.failed, `<p>${escaped(said.failed)}</p><p>${t.again}</p>`];
  return reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 28rem; margin: 15vh auto; padding: 1rem }
h1 { font-size: 1.25rem }
output { font: 2rem/1.4 ui-monospace, monospace; letter-spacing: .1em; user-select: all }
</style>
<h1>${title}</h1>
${body}
</html>
`);
}

const dashed = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
