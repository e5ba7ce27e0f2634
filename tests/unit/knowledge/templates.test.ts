import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plan } from './support/plan-file';

const template = (name: string) => readFile(`public/templates/${name}`);
const base = { id: 'my-answers', name: 'My answers', language: 'en' } as const;

describe('the template files', () => {
  it.each(['cuecard-template.csv', 'cuecard-template.xlsx', 'cuecard-template.md'])(
    '%s says the same as the JSON one',
    async (name) => {
      const json = await plan('cuecard-template.json', await template('cuecard-template.json'));
      expect(json.planned).toHaveLength(3);
      const table = await plan(name, await template(name), { base });
      expect(table.bad).toEqual([]);
      expect(table.planned.map(({ entry }) => entry)).toEqual(
        json.planned.map(({ entry }) => entry),
      );
    },
  );

  it('are there with Chinese columns too, and all of those are known', async () => {
    const read = await plan('模板.csv', await template('cuecard-template-zh.csv'));
    expect(read.bad).toEqual([]);
    expect(read.fields).not.toContain('ignore');
    expect(read.planned).toHaveLength(3);
    expect(read.base.language).toBe('zh');
  });

  it('are what docs/cuecard-1.md shows', async () => {
    const docs = await readFile('docs/cuecard-1.md', 'utf8');
    const example = /```json\n([^`]*)```/.exec(docs)?.[1] ?? '';
    expect(JSON.parse(example)).toEqual(
      JSON.parse((await template('cuecard-template.json')).toString()),
    );
  });
});
