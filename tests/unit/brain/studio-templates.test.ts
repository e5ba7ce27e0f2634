import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { setUpStudio } from '../faces/support/studio-brain';

describe('a template to fill in', () => {
  it.each(['csv', 'xlsx', 'json', 'md'])('imports as it is: .%s', async (ending) => {
    const { studio, brain, kept } = await setUpStudio('none');
    const fileName = `cuecard-template.${ending}`;
    const bytes = new Uint8Array(await readFile(`public/templates/${fileName}`));
    studio.actions.openImport();
    await studio.actions.readFile(new File([bytes], fileName));
    expect(studio.getState().importing).toMatchObject({
      step: 'preview',
      preview: { counts: { new: 3, bad: 0, duplicate: 0 } },
    });
    await studio.actions.applyImport('merge');
    const { importing } = studio.getState();
    if (importing.step !== 'done') expect.fail(JSON.stringify(importing));
    const entries = await kept.readEntries(importing.result.base.id);
    expect(entries.map(({ id }) => id)).toEqual([
      'opening-hours',
      'where-is-my-order',
      'spring-sale',
    ]);
    expect(entries[0]?.variants.zh).toContain('营业');
    expect(entries[2]).toMatchObject({ mustEdit: true, validUntil: '2027-05-31' });
    await studio.actions.undoImport();
    expect(studio.getState().importing).toMatchObject({ undo: 'undone' });
    expect((await brain.call('studio.bases', null)).bases).toHaveLength(2);
  });
});
