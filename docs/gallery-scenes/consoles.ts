import { readFileSync } from 'node:fs';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';
import { inOtherWords } from './in-other-words.ts';

/** Pages that no recipe fits. */
export const consoles: Scene = {
  name: 'consoles',
  words: 'A page that Cuecard does not know',
  screens: [
    {
      name: 'guesswork',
      words: 'Read by its looks: how sure each part is, is said',
      reach: async ({ desk, language, say }) => {
        const text = say('i forgot my wifi password', '怎么开发票');
        await desk.context.route('**/unknown/**', (route) => {
          const page = readFileSync('tests/fixtures/unknown-consoles/bubbles-in-out/page.html', 'utf8');
          const words = [['Great, thanks. What if nobody is at home?', text], ...(language === 'en' ? [] : chinese)] as const;
          return route.fulfill({ contentType: 'text/html; charset=utf-8', body: inOtherWords(page, words) });
        });
        const page = await desk.context.newPage();
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.goto(`${desk.origin}/unknown/bubbles-in-out/conversations/8812`);
        const panel = await panelOf(page);
        await panel.frame.getByText(say('Reading this page by guesswork', '这个页面是猜着读的')).click();
        await panel.answered(text);
        return page;
      },
    },
    {
      name: 'not-recognised',
      words: 'Not read at all: find an answer by hand, or teach it',
      reach: async ({ desk, say }) => {
        const page = await desk.context.newPage();
        await page.setViewportSize({ width: 1280, height: 720 });
        const body = '<!doctype html><title>News</title><p>No console';
        await page.route('**/news', (route) => route.fulfill({ contentType: 'text/html', body }));
        await page.goto(`${desk.origin}/news`);
        const { frame } = await panelOf(page);
        await frame.getByText(say('can’t read this page', '读不懂这个页面')).waitFor();
        return page;
      },
    },
  ],
};

const chinese = [
  ['Jonas Berg', '周宁'],
  ['Conversation assigned to Maya', '会话已分配给小雅'],
  ['Hi, my parcel has not arrived yet.', '你好，我的包裹还没到。'],
  ['The order number is 55812.', '订单号是 55812。'],
  ['Hello Jonas, let me look that up for you.', '您好，我帮您查一下。'],
  ['It left our warehouse on Tuesday.', '周二已经从仓库发出了。'],
  ['Can you tell me which carrier has it?', '是哪家快递送的？'],
  ['It is with Northline, they deliver until 6 pm.', '是北线快递，每天送到下午六点。'],
] as const;
