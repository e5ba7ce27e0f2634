import { customerSays, select } from '../../tests/support/desk-page.ts';
import type { Scene } from '../gallery-stage.ts';
import { pauseBrain } from '../../tests/support/pause-brain.ts';
import { openMenu, quietMode, redLight } from './panel-steps.ts';

/** No card fits, and the ways to one. */
export const quietMoments: Scene = {
  name: 'quiet-moments',
  words: 'Nothing to insert',
  screens: [
    {
      name: 'no-conversation',
      words: 'No conversation is open',
      reach: async ({ page, panel, say }) => {
        await page.evaluate(() => {
          for (const one of document.querySelectorAll<HTMLElement>('main.conversation')) one.hidden = true;
        });
        await panel.frame.getByText(say('Open a conversation', '打开一个会话')).waitFor();
      },
    },
    {
      name: 'looking',
      words: 'Looking for answers, which as a rule takes no time that anybody sees',
      reach: async (stage) => {
        const { desk, page, panel, customer, say } = stage;
        await select(page, 'c-tom');
        await select(page, customer);
        await panel.frame.getByText(say('Nothing to answer here', '现在没有要回复的')).waitFor();
        const goOn = await pauseBrain(desk);
        resume = goOn;
        stage.atEnd(goOn);
        await customerSays(page, customer, redLight[stage.language === 'en' ? 0 : 1]);
        await panel.frame.getByText(say('Looking for answers', '正在找合适的回复')).waitFor();
      },
    },
    {
      name: 'nothing-fits',
      words: 'Nothing fits',
      reach: async ({ page, panel, say }) => {
        await resume?.();
        const text = say('my cat is ill, which vet is good', '附近有好吃的火锅店吗');
        // What somebody asked before is heard along, and may have an answer.
        const customers = say('c-tom c-aisha c-zhang-wei', 'c-lin-xiaoyu c-wang-lei');
        for (const customer of customers.split(' ')) {
          await select(page, customer);
          await customerSays(page, customer, text);
          await panel.answered(text);
          const nothing = panel.frame.getByRole('heading', { name: say('Nothing fits', '没有合适的回复') });
          // The cards of the one before may be still in sight.
          await nothing.or(panel.cards.first()).first().waitFor();
          const isNothing = await nothing.waitFor({ timeout: 4_000 }).then(
            () => true,
            () => false,
          );
          if (isNothing) return;
        }
        throw new Error('Something fits everywhere');
      },
    },
    {
      name: 'quiet-mode',
      words: 'Quiet mode shows direct answers only',
      reach: async (stage) => {
        await openMenu(stage);
        await quietMode(stage).check();
        await stage.page.keyboard.press('Escape');
        await stage.ask(
          'My fibre has been down since last night and nobody called me back. I work from home!!',
          '什么时候发货？另外衣服穿着不太合适怎么办',
        );
      },
    },
    {
      name: 'quiet-none',
      words: 'Quiet mode, and no answer is direct',
      reach: async (stage) => {
        await stage.ask('the engineer was rude', '衣服穿着不太合适怎么办');
        await stage.panel.frame.getByText(stage.say('No direct answer', '没有能直接回答')).first().waitFor();
      },
    },
    {
      name: 'photo',
      words: 'A photo is all there is',
      reach: async (stage) => {
        await openMenu(stage);
        await quietMode(stage).uncheck();
        await stage.page.keyboard.press('Escape');
        await stage.page.locator('.reply-box .ProseMirror').fill(stage.say('One moment', '稍等'));
        await stage.page.getByRole('button', { name: 'Send' }).click();
        await stage.panel.heard.getByText(stage.say('Replied', '已回复')).waitFor();
        await stage.page.evaluate(sendPhoto, stage.customer);
        await stage.panel.heard.getByText(stage.say('Photo', '图片')).first().waitFor();
      },
    },
    {
      name: 'find',
      words: 'Found by typing',
      reach: async ({ panel, say }) => {
        await panel.frame.getByRole('searchbox').fill(say('refnd', '退款'));
        await panel.frame.locator('article').first().waitFor();
      },
    },
    {
      name: 'find-none',
      words: 'No answer has these words',
      reach: async ({ panel }) => {
        await panel.frame.getByRole('searchbox').fill('zzqx');
        await panel.frame.locator('article').first().waitFor({ state: 'detached' });
      },
    },
    {
      name: 'offline',
      words: 'Offline, which harms nothing here',
      reach: async (stage) => {
        await stage.panel.frame.getByRole('searchbox').fill('');
        await stage.ask(...redLight);
        await stage.desk.context.setOffline(true);
        await stage.panel.frame.getByText(stage.say('You are offline', '当前没有网络')).waitFor();
      },
    },
    {
      name: 'menu',
      words: 'Settings and import',
      reach: async (stage) => {
        await stage.desk.context.setOffline(false);
        await stage.panel.frame.getByText(stage.say('You are offline', '当前没有网络')).waitFor({ state: 'detached' });
        await openMenu(stage);
      },
    },
    {
      name: 'collapsed',
      words: 'Collapsed',
      reach: async ({ page, panel, button }) => {
        await page.keyboard.press('Escape');
        await button('Collapse', '收起').click();
        await panel.frame.locator('[data-rail]').waitFor();
      },
    },
  ],
};

let resume: (() => Promise<void>) | undefined;

/** Runs in the page: the customer sends what another one has sent. */
function sendPhoto(customer: string): void {
  const sent = document.querySelector('[data-conversation-id="c-zhang-wei"] img.photo')?.closest('li');
  const row = sent?.cloneNode(true) as HTMLElement;
  row.dataset['messageId'] = `${customer}-photo`;
  document.querySelector(`[data-conversation-id="${customer}"] ol`)?.append(row);
}
