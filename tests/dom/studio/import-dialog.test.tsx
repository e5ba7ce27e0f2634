import { afterEach, describe, expect, it } from 'vitest';
import { type RenderedStudio, renderStudio } from './support/render-studio';

const table = `Question,Antwort,Notes
How do I pay?,By card.,internal
,Nobody asked this.,internal
How do I pay?,By card.,internal
Where are you?,In Bonn.,internal
`;

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
  studio = undefined;
});

async function previewed() {
  studio = await renderStudio('none');
  const shown = studio;
  await shown.click(shown.button('Import…'));
  await shown.type(shown.field('or paste'), table);
  await shown.click(shown.button('Read it'));
  await expect.poll(() => shown.root.querySelector('[data-step="preview"]')).not.toBeNull();
  const rows = () =>
    [...shown.root.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => ({
      change: row.dataset.change,
      line: row.cells[0]?.textContent,
      words: [...row.cells].slice(2).map((cell) => cell.textContent),
    }));
  return { ...shown, rows };
}

describe('the import dialog', () => {
  it('shows what would happen to every kind of row, with line and reason', async () => {
    const { rows, kept } = await previewed();
    expect(rows().map(({ change, line }) => [change, line])).toEqual([
      ['bad', '3'],
      ['duplicate', '4'],
      ['new', '2'],
      ['new', '5'],
    ]);
    expect(rows()[0]?.words).toEqual([expect.stringMatching(/no (title|question)/i)]);
    expect(rows()[1]?.words).toEqual(['How do I pay?', 'the same as line 2']);
    expect(await kept.readBases()).toHaveLength(2);
  });

  it('takes another column for the answer, and says why none would do', async () => {
    const { field, type, root, rows, button } = await previewed();
    await type(field('Column “Antwort” is'), 'ignore');
    expect(root.querySelector('dialog')?.textContent).toMatch(/no (column|answer)/i);
    expect(button('Nothing to import').disabled).toBe(true);
    await type(field('Column “Notes” is'), 'answer');
    expect(rows().some(({ change }) => change === 'new')).toBe(true);
    expect(root.querySelector('tbody')?.textContent).toContain('internal');
  });

  it('imports, and undoes it whole', async () => {
    const { button, click, root, kept } = await previewed();
    button('Import 2 answers').focus();
    await click(button('Import 2 answers'));
    await expect.poll(() => root.querySelector('[data-step="done"]')).not.toBeNull();
    expect(document.activeElement?.textContent).toBe('Import answers');
    expect(root.textContent).toContain('2 new');
    const own = async () => (await kept.readBases()).filter(({ smallTalk }) => !smallTalk);
    expect(await own()).toHaveLength(1);
    await click(button('Undo the import'));
    await expect.poll(() => root.textContent).toContain('Undone: the base is as it was before.');
    expect(await own()).toEqual([]);
  });

  it('says in words why a file is refused', async () => {
    studio = await renderStudio('none');
    const { button, click, field, type, root } = studio;
    await click(button('Import…'));
    await type(field('or paste'), '{"broken": ');
    await click(button('Read it'));
    await expect.poll(() => root.querySelector('[data-step="refused"]')).not.toBeNull();
    expect(root.textContent).toContain('Nothing was imported');
    expect(root.querySelector('dialog li')?.textContent).not.toBe('');
    await click(button('Another file'));
    expect(button('Choose a file…')).toBeDefined();
  });
});
