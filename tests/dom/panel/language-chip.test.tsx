import { afterEach, describe, expect, it } from 'vitest';
import { conversation, customer } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;

async function heard(text: string, language: 'en' | 'zh' = 'en') {
  panel = await renderPanel((brain) => {
    brain.settings = { ...brain.settings, language };
  });
  await panel.show(conversation('c1', [customer('m1', text)]));
  const section = panel.root.querySelector('section');
  if (section === null) throw new Error('Nothing was heard');
  return section;
}
const titles = (section: Element) =>
  [...section.querySelectorAll('[title]')].map((chip) => chip.getAttribute('title'));

afterEach(async () => {
  await panel?.unmount();
  panel = undefined;
});

describe('the language of the message heard', () => {
  it('is called by its name in the language of the interface', async () => {
    const section = await heard('Wo ist mein Paket geblieben?');
    expect(section.textContent).toContain('German');
    expect(section.querySelector('[lang]')?.getAttribute('lang')).toBe('de');
    await panel?.unmount();
    expect((await heard('荷物はいつ届きますか', 'zh')).textContent).toContain('日语');
  });

  it('is a short sign for English and Chinese, with the name beside it', async () => {
    const section = await heard('Where is my parcel?');
    expect(section.textContent).toContain('EN');
    expect(titles(section)).toContain('English');
    await panel?.unmount();
    expect((await heard('我的包裹在哪里')).textContent).toContain('中文');
  });

  it('is not named where a few words do not tell it', async () => {
    const section = await heard('Amazon 302-1185');
    expect(section.textContent).not.toContain('EN');
    expect(titles(section)).not.toContain('English');
  });
});
