import type { Scene } from '../gallery-stage.ts';
import { insert } from './panel-steps.ts';

/** What becomes of a card. */
export const cards: Scene = {
  name: 'cards',
  words: 'Answers',
  screens: [
    {
      name: 'cards',
      words: 'Cards, best first',
      reach: async (stage) => {
        await stage.ask(
          'My fibre has been down since last night, the light on the box is red. I already restarted it TWICE and nobody called me back. I work from home!!',
          '亲，我昨天下的单，收货地址填错了，还没发货吧？能帮我改一下吗，挺急的！',
        );
        // Right after an import the ranking is still learning.
        const best = stage.panel.frame.locator('article:first-of-type', { hasText: stage.say('Red light', '收货地址') });
        await best.first().waitFor();
        await stage.page.locator('.reply-box .ProseMirror').fill(stage.say('Hello, ', '您好，'));
      },
    },
    {
      name: 'inserted',
      words: 'Inserted beside a draft; the draft can be replaced',
      reach: async (stage) => {
        await insert(stage, 1);
        await stage.panel.status(1, 'inserted');
      },
    },
    {
      name: 'note-mode',
      words: 'The reply box writes a note: nothing is inserted before the agent says so',
      reach: async (stage) => {
        await stage.ask('i forgot my wifi password', '怎么开发票');
        await stage.page.getByRole('button', { name: 'Note' }).click();
        await insert(stage, 1);
        await stage.panel.status(1, 'refused');
      },
    },
    {
      name: 'editing',
      words: 'A card opened for editing',
      reach: async ({ page, panel, button }) => {
        await page.getByRole('button', { name: 'Reply', exact: true }).click();
        await button('Edit', '编辑').click();
        await panel.frame.locator('textarea').waitFor();
      },
    },
    {
      name: 'not-this',
      words: 'A card called wrong, and the way back',
      reach: async ({ panel, button }) => {
        await button('Cancel', '取消').click();
        await button('Not this', '不合适').click();
        await button('Undo', '撤销').waitFor();
      },
    },
    {
      name: 'gap-noted',
      words: 'None of these: noted, and the way back',
      reach: async ({ button }) => {
        await button('Undo', '撤销').click();
        await button('None of these', '都不合适').click();
        await button('Undo', '撤销').waitFor();
      },
    },
    {
      name: 'holding-reply',
      words: 'A moment was asked for',
      reach: async ({ panel, button }) => {
        await button('Undo', '撤销').click();
        await panel.inPlainSight();
        await button('Ask for a moment', '请客户稍等').click();
        await panel.frame.locator('[class*="hold"] > [data-status="inserted"]').waitFor();
      },
    },
    {
      name: 'fill-in',
      words: 'What the page does not show is asked in the card',
      reach: async (stage) => {
        await stage.ask('when does my contract end', '赠品没收到，说好送的小样没有');
        await insert(stage, 1);
        await stage.panel.cards.first().locator('input').first().waitFor();
      },
    },
    {
      name: 'several-questions',
      words: 'Several questions: a group of cards for each, and why the first is there',
      reach: async (stage) => {
        await stage.ask(
          'The light on my fibre box is red since this morning. And how do I cancel my contract?',
          '什么时候发货？另外优惠券怎么用不了',
        );
        await stage.panel.frame.locator('[data-question]').nth(1).waitFor();
        await stage.button('Why', '为什么').click();
      },
    },
    {
      name: 'question-answered',
      words: 'Its answer is in: the question is ticked, the next cards have moved up to the keys',
      reach: async (stage) => {
        await insert(stage, 1);
        await stage.panel.frame.locator('[data-question] input:checked').waitFor();
      },
    },
    {
      name: 'better-answers',
      words: 'Better answers came while the hand was at the cards, which keep still until asked',
      reach: async (stage) => {
        const text = stage.say('how do I cancel my contract', '优惠券怎么用不了');
        await stage.ask(text, text);
        await stage.panel.cards.first().focus();
        const entries = [{ id: 'new', title: stage.say('Cancel online', '优惠券新规则'), phrasings: [text], answer: '…' }];
        const base = { id: 'news', name: stage.say('News', '新话术'), language: stage.say('en', 'zh') };
        const content = JSON.stringify({ format: 'cuecard/1', base, entries });
        await stage.desk.ask('knowledge.import', { fileName: 'news.json', content });
        await stage.button('Show$', '看看$').waitFor();
      },
    },
  ],
};
