// Takes the pictures in docs/pictures: `npm run pictures`, after a change of a screen.
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { customerSays, select } from '../tests/support/desk-page.ts';
import { openDesk } from '../tests/support/open-desk.ts';
import { panelOf } from '../tests/support/panel.ts';
import { palettePng } from './palette-png.ts';

const folder = 'docs/pictures';
const english =
  'My fibre has been down since last night, the light on the box is red. I already restarted it TWICE and nobody called me back. I work from home!!';
const chinese = '亲，我昨天下的单，收货地址填错了，还没发货吧？能帮我改一下吗，挺急的！';

type Look = { readonly theme: 'light' | 'dark'; readonly language: 'en' | 'zh' };

for (const theme of ['light', 'dark'] as const) {
  const desk = await openDesk({ colorScheme: theme });
  await desk.ask('settings.change', { welcomed: true });
  for (const language of ['en', 'zh'] as const) {
    const page = await desk.open();
    await ask(page, { theme, language });
    writeFileSync(`${folder}/desk-${language}-${theme}.png`, palettePng(await page.screenshot()));
    await page.close();
  }
  await desk.ask('settings.change', { language: 'en' });
  const studio = await desk.context.newPage();
  await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
  await studio.getByText('Red light on the fibre box').first().click();
  await studio.getByPlaceholder('Write what a customer would write').fill('box shows a red lamp since this morning');
  await studio.getByText('Direct').first().waitFor();
  writeFileSync(`${folder}/studio-en-${theme}.png`, palettePng(await studio.screenshot()));
  await desk.close();
}

async function ask(page: Page, { language }: Look) {
  const panel = await panelOf(page);
  const conversation = language === 'en' ? 'c-maria' : 'c-chen-jing';
  const text = language === 'en' ? english : chinese;
  await panel.frame.getByRole('button', { name: language === 'en' ? 'EN' : '中' }).click();
  await select(page, conversation);
  await customerSays(page, conversation, text);
  await panel.answered(text.slice(0, 20));
}
