import { afterEach, describe, expect, it } from 'vitest';
import { fileEntry } from '../../unit/faces/support/studio-brain';
import { type RenderedStudio, renderStudio } from './support/render-studio';

let studio: RenderedStudio | undefined;
afterEach(async () => {
  await studio?.unmount();
});

async function newBase() {
  const shown = await renderStudio([fileEntry('hours')]);
  studio = shown;
  await shown.click(shown.button('+ New base'));
  await shown.type(shown.field('Name'), 'Lounge');
  await shown.type(shown.field('Where it answers'), 'exclusive');
  const save = () => shown.submit(shown.field('Name'));
  const kept = async () => (await shown.kept.readBases()).find(({ name }) => name === 'Lounge');
  return { ...shown, save, kept };
}

describe('a base that answers only where one says', () => {
  it('has the places that were written, without what was left empty', async () => {
    const { button, click, field, type, save, kept } = await newBase();
    await type(field('Site'), ' lounge.example ');
    await type(field('Channel'), 'WhatsApp');
    await type(field('Label'), 'vip');
    await click(button('+ Add a place'));
    await save();
    expect(await kept()).toMatchObject({
      scope: 'exclusive',
      routes: [{ host: 'lounge.example', channel: 'WhatsApp', label: 'vip' }],
    });
  });

  it('is not kept without any place: it would answer everywhere', async () => {
    const { root, save, kept } = await newBase();
    await save();
    expect(root.textContent).toContain('Say at least one place');
    expect(await kept()).toBeUndefined();
  });
});
