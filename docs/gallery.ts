// Pictures of every screen, light and dark, in each language: `npm run gallery -- [en|zh] [NAME …]`.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pageScreens } from './gallery-pages.ts';
import { panelScreens } from './gallery-panel.ts';
import { type Language, openStage, type Screen, type Stage } from './gallery-stage.ts';
import { palettePng } from './palette-png.ts';

const folder = 'docs/gallery';
const panelWidth = 372;
const themes = ['light', 'dark'] as const;
const languages: readonly Language[] = ['en', 'zh'];
const isLanguage = (word: string) => languages.some((one) => one === word);
const chosen = process.argv.slice(2).filter(isLanguage);
/** Only these are taken anew; the others are passed through on the way. */
const wanted = process.argv.slice(2).filter((word) => !isLanguage(word));
const last = panelScreens.filter(({ name }) => name === 'updated');
// After an update nothing of the old extension can be opened, so that screen is the last.
const screens = [...panelScreens.filter((screen) => !last.includes(screen)), ...pageScreens, ...last];

mkdirSync(folder, { recursive: true });
for (const language of languages.filter((one) => chosen.length === 0 || chosen.includes(one))) {
  const stage = await openStage(language);
  try {
    for (const screen of screens) {
      const shown = await reach(screen, stage);
      if (wanted.length > 0 && !wanted.includes(screen.name)) continue;
      await shown.bringToFront();
      for (const theme of themes) {
        await stage.show(theme);
        const isPopup = screen.name.startsWith('popup');
        // A popup lives for one look, and does not follow the system meanwhile.
        if (isPopup) await shown.reload();
        if (isPopup) await shown.locator('main').waitFor();
        await look(shown, `${screen.name}-${language}-${theme}.png`);
      }
    }
  } catch (error) {
    await stage.page.screenshot({ path: '.output/gallery-failed.png' });
    throw error;
  } finally {
    await stage.desk.close();
  }
}
writeFileSync(join(folder, 'README.md'), table());
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
console.log(`${screens.length} screens, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${folder}`);

async function reach(screen: Screen, stage: Stage): Promise<Page> {
  try {
    return (await screen.reach(stage)) ?? stage.page;
  } catch (error) {
    throw new Error(`${screen.name} was not reached`, { cause: error });
  }
}

async function look(page: Page, name: string): Promise<void> {
  const { width, height } =
    page.viewportSize() ?? (await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight })));
  // Where the panel is docked, only the panel.
  const isDocked = page.url().startsWith('http');
  const clip = isDocked ? { x: width - panelWidth, y: 0, width: panelWidth, height } : { x: 0, y: 0, width, height };
  writeFileSync(join(folder, name), palettePng(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })));
  console.log(name);
}

function table(): string {
  const row = ({ name, words }: Screen) => {
    const pictures = languages.flatMap((language) =>
      themes.map((theme) => `<img width="186" alt="" src="${name}-${language}-${theme}.png">`),
    );
    return `| ${words} | ${pictures.join(' | ')} |`;
  };
  return `# Every screen

The built extension, driven as a person drives it: \`npm run gallery\`. To add a screen, add its line
to [gallery-panel.ts](../gallery-panel.ts) or [gallery-pages.ts](../gallery-pages.ts).

| | English, light | dark | Chinese, light | dark |
|---|---|---|---|---|
${screens.map(row).join('\n')}
`;
}
