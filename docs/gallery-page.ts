import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Scene, Screen, Theme } from './gallery-stage.ts';

const looks = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

export const pictureName = ({ name }: Screen, language: Language, theme: Theme) => `${name}-${language}-${theme}.png`;

const picturesOf = (screen: Screen) => looks.map(({ language, theme }) => pictureName(screen, language, theme));

/** A picture of a screen that is gone would be a lie. */
export function keepOnlyShown(folder: string, scenes: readonly Scene[]): void {
  const shown = new Set(scenes.flatMap(({ screens }) => screens.flatMap(picturesOf)));
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.png') && !shown.has(name)) rmSync(join(folder, name));
  }
}

/** Writes the folder's page, of the pictures that are there. @returns the missing ones */
export function writePage(folder: string, scenes: readonly Scene[]): string[] {
  const all = scenes.flatMap(({ screens }) => screens.flatMap(picturesOf));
  const missing = all.filter((name) => !existsSync(join(folder, name)));
  const shown = (name: string) => (missing.includes(name) ? '' : `<img width="186" alt="" src="${name}">`);
  const row = (screen: Screen) => `| ${screen.words} | ${picturesOf(screen).map(shown).join(' | ')} |`;
  const table = ({ words, screens }: Scene) => `## ${words}

| | English, light | dark | Chinese, light | dark |
|---|---|---|---|---|
${screens.map(row).join('\n')}
`;
  const count = scenes.reduce((sum, { screens }) => sum + screens.length, 0);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  writeFileSync(
    join(folder, 'README.md'),
    `# Every screen

${count} screens, each in English and Chinese, light and dark: the built extension, driven as a person
drives it. Written by \`npm run gallery\`; one scene or screen is taken anew by
\`npm run gallery -- --only NAME\`. To add a screen, add it to a scene in
[gallery-scenes](../gallery-scenes).

${scenes.map(table).join('\n')}`,
  );
  console.log(`${count} screens, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${folder}`);
  return missing;
}
