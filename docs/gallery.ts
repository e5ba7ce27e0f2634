// Pictures of every screen, light and dark, in each language:
// npm run gallery -- [--language en|zh] [--only SCENE-OR-SCREEN]… [--width PX] [--into FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { keepOnlyShown, pictureName, writePage } from './gallery-page.ts';
import { scenes } from './gallery-scenes/all-scenes.ts';
import { type Language, openStage, type Scene, type Screen, type Stage } from './gallery-stage.ts';
import { palettePng } from './palette-png.ts';

const home = 'docs/gallery';
const themes = ['light', 'dark'] as const;
const { values } = parseArgs({
  options: {
    language: { type: 'string', multiple: true, default: ['en', 'zh'] },
    only: { type: 'string', multiple: true, default: [] },
    width: { type: 'string' },
    into: { type: 'string', default: home },
  },
});
const width = values.width === undefined ? undefined : Number(values.width);
const languages = values.language.filter((one): one is Language => one === 'en' || one === 'zh');
const isWanted = (screen: Screen, scene: Scene) =>
  values.only.length === 0 || values.only.includes(scene.name) || values.only.includes(screen.name);
const known = scenes.flatMap((scene) => [scene.name, ...scene.screens.map(({ name }) => name)]);
const unknown = values.only.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are: ${known.join(', ')}`);

mkdirSync(values.into, { recursive: true });
const failed: string[] = [];
for (const language of languages) {
  for (const scene of scenes) await play(scene, language);
}
if (values.into === home) {
  keepOnlyShown(home, scenes);
  const missing = writePage(home, scenes);
  if (missing.length > 0) console.log(`${missing.length} pictures are missing: ${missing.join(', ')}`);
  // A part of a run takes a part of them.
  if (values.only.length === 0 && languages.length === 2 && missing.length > 0) failed.push('Pictures are missing');
}
for (const line of failed) console.error(line);
process.exitCode = failed.length > 0 ? 1 : 0;

/** A screen that is not reached ends its scene, names itself, and harms no other scene. */
async function play(scene: Scene, language: Language): Promise<void> {
  const last = scene.screens.findLastIndex((screen) => isWanted(screen, scene));
  if (last === -1) return;
  const begun = Date.now();
  let at = `${scene.name} begins`;
  let stage: Stage | undefined;
  try {
    stage = await openStage(language, scene, width);
    for (const screen of scene.screens.slice(0, last + 1)) {
      at = screen.name;
      const shown = (await screen.reach(stage)) ?? stage.page;
      if (isWanted(screen, scene)) await takeBoth(screen, shown, stage);
    }
    console.log(`${language} ${scene.name}: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  } catch (error) {
    const pictures = join('.output', `gallery-${at.replaceAll(' ', '-')}-${language}`);
    for (const [place, page] of stage?.desk.context.pages().entries() ?? []) {
      await page.screenshot({ path: `${pictures}-${place}.png`, timeout: 5_000 }).catch(() => {});
    }
    failed.push(`${at} (${language}) was not reached, see ${pictures}-*.png\n${error instanceof Error ? error.message : error}`);
    console.error(failed.at(-1));
  } finally {
    await stage?.close();
  }
}

async function takeBoth(screen: Screen, shown: Page, stage: Stage): Promise<void> {
  // The side panel is beside the tab in front.
  if (!shown.url().endsWith('/sidepanel.html')) await shown.bringToFront();
  for (const theme of themes) {
    await stage.show(theme, shown);
    await screen.reopen?.(shown);
    const picture = palettePng(await look(screen, shown));
    writeFileSync(join(values.into, pictureName(screen, stage.language, theme)), picture);
  }
}

async function look({ part }: Screen, page: Page): Promise<Buffer> {
  const still = { animations: 'disabled', caret: 'hide' } as const;
  if (part !== undefined) return part(page).screenshot(still);
  if (!page.url().startsWith('http')) return page.screenshot(still);
  // Where the panel is docked, only the panel.
  const all = page.viewportSize() ?? { width: 1280, height: 720 };
  const wide = width ?? 372;
  return page.screenshot({ ...still, clip: { x: all.width - wide, y: 0, width: wide, height: all.height } });
}
