import { customerSays, playNext, select } from '../tests/support/desk-page.ts';
import { endBrain } from '../tests/support/end-brain.ts';
import { holdBrain } from '../tests/support/hold-brain.ts';
import { panelOf } from '../tests/support/panel.ts';
import type { Screen, Stage } from './gallery-stage.ts';

/**
 * What the panel shows, in the order of a first day. "Loading" and "looking for answers" are not
 * among them: they have words, but pass before anybody sees them.
 */
export const panelScreens: readonly Screen[] = [
  {
    name: 'first-use',
    words: 'No answers yet: import some, or load a sample',
    reach: async ({ button }) => button('Import answers', '导入话术').waitFor(),
  },
  {
    name: 'import-running',
    words: 'An import that is going on',
    reach: async ({ importFile, panel }) => {
      await importFile('parts.csv', manyRows(20_000));
      await panel.frame.locator('progress').waitFor();
    },
  },
  {
    name: 'import-refused',
    words: 'A file that could not be taken in, and why',
    reach: async ({ desk, importFile, panel }) => {
      await panel.frame.locator('[data-tone="good"]').waitFor({ timeout: 120_000 });
      await desk.ask('knowledge.remove', { base: 'parts' });
      await importFile('prices.csv', 'colour,size\nred,4\n');
      await panel.frame.locator('[data-tone="bad"]').waitFor();
    },
  },
  {
    name: 'import-done',
    words: 'A sample is loaded',
    reach: async ({ button, panel, say }) => {
      await button('Skip', '跳过').click();
      await button(...both(say('Harbour Broadband', '木棉商城'))).click();
      await panel.frame.locator('[data-tone="good"]').waitFor();
    },
  },
  {
    name: 'nothing-to-answer',
    words: 'The conversation is answered',
    reach: async ({ button }) => button('Dismiss', '知道了').click(),
  },
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
  {
    name: 'nothing-fits',
    words: 'Nothing fits',
    reach: async ({ desk, page, panel, say }) => {
      await desk.ask('knowledge.remove', { base: 'news' });
      const text = say('my cat is ill, which vet is good', '附近有好吃的火锅店吗');
      // What somebody asked before is heard along, and may have an answer.
      for (const customer of ['c-tom', 'c-aisha', 'c-lin-xiaoyu', 'c-wang-lei', 'c-zhang-wei']) {
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
    words: 'Quiet mode, and no answer is direct',
    reach: async (stage) => {
      await openMenu(stage);
      await stage.panel.frame.getByRole('checkbox').check();
      await stage.page.keyboard.press('Escape');
      await stage.ask(
        'My fibre has been down since last night and nobody called me back. I work from home!!',
        '衣服穿着不太合适怎么办',
      );
    },
  },
  {
    name: 'photo',
    words: 'A photo is all there is',
    reach: async (stage) => {
      await openMenu(stage);
      await stage.panel.frame.getByRole('checkbox').uncheck();
      await stage.page.keyboard.press('Escape');
      for (;;) {
        const played = await playNext(stage.page);
        if (played === null) throw new Error('The story has no photo');
        await select(stage.page, played.conversationId);
        if (played.text === '') break;
        await stage.page.locator('.reply-box .ProseMirror').fill(stage.say('One moment', '稍等'));
        await stage.page.getByRole('button', { name: 'Send' }).click();
      }
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
      await stage.ask('the light on the box is red', '物流三天没动了，一直停在中转站');
      await stage.desk.context.setOffline(true);
      await stage.panel.frame.getByText(stage.say('You are offline', '当前没有网络')).waitFor();
    },
  },
  {
    name: 'restarting',
    words: 'The brain was killed, and the next one takes its time',
    reach: async ({ desk, panel, say }) => {
      await desk.context.setOffline(false);
      releaseBrain = await holdBrain(desk);
      await endBrain(desk);
      await panel.frame.getByText(say('memory is starting again', '正在重新启动')).first().waitFor();
    },
  },
  {
    name: 'damaged',
    words: 'Some of what was stored cannot be read any more',
    reach: async ({ desk, panel, say }) => {
      await releaseBrain?.();
      await desk.brainId();
      const origin = await desk.context.newPage();
      await origin.goto(`chrome-extension://${desk.extensionId}/keeper.html`);
      await origin.evaluate(ruinRows, say('harbour-broadband', 'kapok-mall'));
      await origin.close();
      await endBrain(desk);
      await panel.frame.locator('[data-tone="bad"]').waitFor();
    },
  },
  {
    name: 'repaired',
    words: 'Repaired by one click',
    reach: async ({ panel, button }) => {
      await button('Save a copy and repair', '保存副本并修复').click();
      await panel.frame.locator('[data-tone="good"]').waitFor();
    },
  },
  {
    name: 'menu',
    words: 'Settings and import',
    reach: async (stage) => {
      await stage.button('Dismiss', '知道了').click();
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
  {
    name: 'not-recognised',
    words: 'A page that no recipe fits',
    reach: async ({ desk, panel, button, say }) => {
      await button('Open Cuecard', '展开').click();
      await panel.frame.locator('main').waitFor();
      const page = await desk.context.newPage();
      await page.setViewportSize({ width: 1280, height: 720 });
      const body = '<!doctype html><title>News</title><p>No console';
      await page.route('**/news', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(`${desk.origin}/news`);
      const other = await panelOf(page);
      await other.frame.getByText(say('can’t read this page', '读不懂这个页面')).waitFor();
      return page;
    },
  },
  {
    name: 'updated',
    words: 'The extension was updated',
    reach: async ({ desk, page, panel, say }) => {
      await page.locator('.reply-box .ProseMirror').fill(say('Hello Maria, I have just', '您好，我刚帮您'));
      const worker = await desk.serviceWorker();
      const updated = desk.context.waitForEvent('serviceworker');
      await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
      await updated;
      await panel.frame.getByText(say('Cuecard was updated', 'Cuecard 已更新')).first().waitFor();
    },
  },
];

let releaseBrain: (() => Promise<void>) | undefined;

/** Runs in a page of the extension. */
function ruinRows(base: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('cuecard');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const write = request.result.transaction('chunks', 'readwrite');
      write.objectStore('chunks').put({ base, at: 9, entries: [1, 2, 3, 4] });
      write.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

const both = (words: string): [string, string] => [words, words];

async function insert({ panel, say }: Stage, place: number): Promise<void> {
  await panel.inPlainSight();
  const button = panel.cards.nth(place - 1).getByRole('button', { name: new RegExp(`^${say('Insert', '插入')}`) });
  await button.first().click();
}

async function openMenu({ button, panel }: Stage): Promise<void> {
  await button('Settings', '设置').click();
  await panel.frame.getByRole('checkbox').waitFor();
}

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => `Part ${at},do you have part ${at},Part ${at} is on shelf ${at % 97}.`);
  return `title,question,answer\n${rows.join('\n')}\n`;
}
