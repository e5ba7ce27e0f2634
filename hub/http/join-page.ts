import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, sendPage } from './page.ts';

const words = {
  en: {
    title: 'You are invited to a team',
    copy: 'Copy the whole address of this page:',
    paste: 'Then open Cuecard’s settings, paste it under <b>Team</b> as the invite link, and join.',
    care: 'It works once, within seven days. Opening this page has used nothing up, and what follows the # was sent to nobody: pass it on to nobody either.',
    own: 'Use Cuecard in another browser of yours',
    ownCare:
      'It works once, within 15 minutes, and whoever has it comes in as you: pass it on to nobody. Opening this page has used nothing up, and what follows the # was sent to nobody.',
    broken:
      'The address of this page is not whole. An invite link ends in /join# and many letters: copy all of it, or ask for a new one.',
  },
  zh: {
    title: '您被邀请加入一个团队',
    copy: '请复制本页的完整网址：',
    paste: '然后打开 Cuecard 的设置，在<b>团队</b>一栏把它粘贴为邀请链接并加入。',
    care: '链接七天内有效，只能用一次。打开本页不会用掉它，# 之后的内容也没有发送给任何人：请勿转发。',
    own: '在您的另一个浏览器上使用 Cuecard',
    ownCare:
      '链接 15 分钟内有效，只能用一次。谁拿到它，谁就以您的名义加入：请勿转发。打开本页不会用掉它，# 之后的内容也没有发送给任何人。',
    broken: '本页网址不完整。邀请链接以 /join# 和一长串字符结尾：请完整复制，或再要一个。',
  },
} as const;

/** The hub never learns the invite, which stands behind the #; so only the page itself can show it. */
const script = `
const [isWhole, mark] = /^#(own-)?[0-9a-f]{64}$/.exec(location.hash) ?? [];
const show = (id, shown) => { document.getElementById(id).hidden = !shown; };
document.querySelector('output').textContent = location.href;
show('whole', isWhole);
show('broken', !isWhole);
show('care', !mark);
show('own', mark);
if (mark) document.querySelector('h1').textContent = document.title = document.getElementById('own').title;
`;

/** What somebody sees who opens an invite link instead of pasting it in the settings. */
export function sendJoinPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const t = words[languageOf(request)];
  return sendPage(request, reply, {
    title: t.title,
    body: `<div id="whole">
<p>${t.copy}</p>
<p><output class="address"></output></p>
<p>${t.paste}</p>
<p id="care">${t.care}</p>
<p id="own" title="${t.own}" hidden>${t.ownCare}</p>
</div>
<p id="broken" hidden>${t.broken}</p>`,
    script,
  });
}
