import type { Scene } from '../gallery-stage.ts';

/** From nothing to the first answers. */
export const firstUse: Scene = {
  name: 'first-use',
  words: 'The first minutes',
  begin: 'empty',
  screens: [
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
      reach: async ({ button, panel }) => {
        await button('Skip', '跳过').click();
        await button('Harbour Broadband', '木棉商城').click();
        await panel.frame.locator('[data-tone="good"]').waitFor();
      },
    },
    {
      name: 'nothing-to-answer',
      words: 'The conversation is answered',
      reach: async ({ button }) => button('Dismiss', '知道了').click(),
    },
  ],
};

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => `Part ${at},do you have part ${at},Part ${at} is on shelf ${at % 97}.`);
  return `title,question,answer\n${rows.join('\n')}\n`;
}
