import type { Scene, Stage } from '../gallery-stage.ts';
import { insert } from './panel-steps.ts';

/** Its pages. */
export const studio: Scene = {
  name: 'studio',
  words: 'The Studio',
  screens: [
    {
      name: 'studio-answer',
      words: 'The Studio: an answer, and what agents would see for a message',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await studio.getByRole('option').first().click();
        await studio.locator('#studio-title').waitFor();
        const message = stage.say('box shows a red lamp since this morning', '地址填错了还没发货，帮我改下');
        await studio.getByPlaceholder(stage.say('Write what a customer would write', '')).last().fill(message);
        await studio.getByText(stage.say('Direct', '直接回答')).first().waitFor();
        await studio.locator('ol li ul').first().waitFor();
        return studio;
      },
    },
    {
      name: 'studio-learned',
      words: 'What was learned from picks: accept it, in better words too, refuse it or take it back',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await insertOften(stage);
        await studio.bringToFront();
        await studio.locator('nav button').nth(-2).click();
        await studio.locator('[data-learned]').first().waitFor();
        return studio;
      },
    },
    {
      name: 'studio-overlaps',
      words: 'Answers to the same question that say the same, or contradict each other',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        const phrasings = stage.say('how long does a refund take|when do I get my refund', '退款多久到账|钱什么时候退回来').split('|');
        const entry = (id: string, days: number) => ({
          id,
          title: stage.say(`Refund in ${days} days`, `${days} 天到账`),
          phrasings,
          answer: stage.say(`A refund takes ${days} days after the goods are back.`, `收到退货后 ${days} 天内原路退回。`),
        });
        const base = { id: 'twice', name: stage.say('Refunds', '退款'), language: stage.say('en', 'zh') };
        const content = JSON.stringify({ format: 'cuecard/1', base, entries: [entry('soon', 7), entry('late', 14)] });
        await stage.desk.ask('knowledge.import', { fileName: 'twice.json', content });
        await studio.locator('nav button').last().click();
        await studio.locator('main [data-kind]').first().waitFor();
        return studio;
      },
    },
    {
      name: 'studio-nothing-found',
      words: 'A search in the Studio that finds nothing',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await studio.locator('nav button').first().click();
        await studio.getByRole('searchbox').first().fill('zzqx');
        await studio.getByText(stage.say('Show all', '显示全部')).first().waitFor();
        return studio;
      },
    },
    {
      name: 'studio-import',
      words: 'Bringing answers in: a file, or pasted text',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await studio.getByRole('searchbox').first().fill('');
        await studio.getByRole('button', { name: stage.say('Import', '导入') }).first().click();
        await studio.getByRole('dialog').waitFor();
        return studio;
      },
    },
    {
      name: 'studio-import-preview',
      words: 'What the file would change, before anything is changed',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        const rows = 'title,question,answer\nParking,where can i park,Behind the house.\n,who pays,\nBikes,can i bring my bike,Yes.\n';
        const file = { name: 'house.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
        await studio.getByRole('dialog').locator('input[type="file"]').setInputFiles(file);
        await studio.getByRole('dialog').getByText('Behind the house.').first().waitFor();
        return studio;
      },
    },
    {
      name: 'studio-delete-base',
      words: 'A base is deleted only after its name was typed',
      reach: async (stage) => {
        const studio = await stage.open('studio.html');
        await studio.keyboard.press('Escape');
        await studio.getByRole('dialog').waitFor({ state: 'detached' });
        const own = studio.getByRole('navigation').getByRole('button', { name: stage.say('Harbour', '木棉') });
        await own.first().click();
        await studio.locator('header').getByText('⋯').click();
        await studio.getByText(stage.say('Delete base…', '删除话术库…')).click();
        await studio.getByRole('dialog').waitFor();
        return studio;
      },
    },
  ],
};

/** What was picked for words that the answers do not have is learned. */
async function insertOften(stage: Stage): Promise<void> {
  await stage.page.bringToFront();
  const asked = [
    ['the light on the box is red', '亲我昨天的收货地址填错了'],
    ['box shows a red lamp since this morning', '地址填错了还没发货，帮我改下'],
  ] as const;
  for (const [en, zh] of asked) {
    await stage.ask(en, zh);
    await insert(stage, 1);
    await stage.panel.status(1, 'inserted');
  }
}
