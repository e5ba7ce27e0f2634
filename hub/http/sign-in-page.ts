import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, sendPage } from './page.ts';

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
  request: FastifyRequest,
  reply: FastifyReply,
  said: Said,
): FastifyReply {
  const t = words[languageOf(request)];
  const page =
    'code' in said
      ? {
          title: t.title,
          body: `<p>${t.code}</p><p><output>${dashed(said.code)}</output></p><p>${t.care}</p>`,
        }
      : { title: t.failed, body: `<p>${escaped(said.failed)}</p><p>${t.again}</p>` };
  return sendPage(request, reply, page);
}

const dashed = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
