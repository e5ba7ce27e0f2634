import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type Panel, panelOf } from '../../tests/support/panel.ts';
import { clickAt } from '../../tests/support/teach-desk.ts';
import type { Scene, Screen, Stage } from '../gallery-stage.ts';
import { inOtherWords } from './in-other-words.ts';

type Lesson = { readonly page: Page; readonly panel: Panel };

/** A console that nobody knows, taught by pointing. */
export const teach: Scene = {
  name: 'teach',
  words: 'Teaching a console',
  screens: [
    lesson('teach-customer', 'Three clicks in the page: the first', async ({ panel }, { say }) => {
      const words = say('Teach it in three clicks', '点三下教会它');
      await panel.frame.getByRole('button', { name: words }).click();
      await step(panel, 'customer');
    }),
    lesson('teach-problem', 'A click that cannot be right, and what to click instead', async ({ page, panel }) => {
      await clickAt(page, '.e7 .t');
      await step(panel, 'agent');
      await clickAt(page, '.e7 .t');
      await panel.frame.locator('section[data-step] [role="alert"]').waitFor();
    }),
    lesson('teach-check', 'What was understood, to be looked over', async ({ page, panel }) => {
      await clickAt(page, '.e9 .t');
      await step(panel, 'composer');
      await clickAt(page, 'textarea');
      await step(panel, 'check');
      await page.mouse.move(0, 0);
    }),
    lesson('teach-second', 'Asked once more on a second conversation', async ({ page, panel }, { say }) => {
      await panel.frame.getByRole('button', { name: say('Yes, use it', '对，就这样') }).click();
      await page.getByRole('button', { name: say('Piet Janssen', '李海涛') }).click();
      await panel.frame.getByText(say('Does this read right here', '这里也读对了吗')).waitFor();
    }),
    lesson('console-broken', 'The console has changed: said, and offered to be taught again', async (at, { say }) => {
      const { page, panel } = at;
      await panel.frame.getByRole('button', { name: say('Yes, it does', '对'), exact: true }).click();
      await page.evaluate(() => {
        [...document.querySelectorAll('.e')].forEach((row, place) => {
          row.className = place % 2 === 0 ? 'm customer' : 'm agent';
        });
      });
      const said = say('no longer sees who wrote', '分不清消息是谁写的');
      await panel.frame.getByText(said).first().waitFor({ timeout: 40_000 });
    }),
  ],
};

let begun: (Lesson & { readonly stage: Stage }) | undefined;

function lesson(name: string, words: string, go: (lesson: Lesson, stage: Stage) => Promise<void>): Screen {
  return {
    name,
    words,
    async reach(stage) {
      if (begun?.stage !== stage) begun = { stage, ...(await openLesson(stage)) };
      await go(begun, stage);
      return begun.page;
    },
  };
}

async function openLesson({ desk, language }: Stage): Promise<Lesson> {
  await desk.context.route('**/teach/**', (route) => {
    const body = readFileSync('tests/fixtures/teach-desk/page.html', 'utf8');
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: language === 'en' ? body : inOtherWords(body, chinese) });
  });
  const page = await desk.context.newPage();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${desk.origin}/teach/inbox/801`);
  return { page, panel: await panelOf(page) };
}

const step = ({ frame }: Panel, name: string) => frame.locator(`section[data-step="${name}"]`).waitFor();

const chinese = [
  ['Mina Okafor', '王小米'],
  ['Piet Janssen', '李海涛'],
  ['Hi, it has been slow since this morning.', '你好，我的快递三天没动了。'],
  ['Hello Mina, let me look at that for you.', '您好，我帮您看一下。'],
  ['Maya took this over', '小雅接手了会话'],
  ['Could you tell me which lights are on?', '请问您的订单号是多少？'],
  ['Two green ones and a red one.', '就是昨天下的那一单。'],
  ['Good morning, is anybody there?', '你好，请问现在有人在线吗？'],
  ['Good morning Piet, how can I help?', '您好李先生，请问有什么可以帮您？'],
  [
    "['q', 'i forgot my wifi password']",
    "['q', '我想问一下昨天下的那一单，就是米色的保温杯'], ['w', '看到了，这一单今天下午已经发出，预计后天送到您那里'], ['q', '好的谢谢，那我昨天下的这一单怎么开发票？']",
  ],
  ['Order: ', '订单号：'],
  ['Leeds', '杭州'],
  ['York', '成都'],
] as const;
