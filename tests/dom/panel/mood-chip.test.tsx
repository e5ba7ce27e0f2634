import { afterEach, describe, expect, it } from 'vitest';
import type { MoodReading } from '../../../lib/domain/mood';
import { moodOf } from '../../../lib/engine/mood';
import { conversation, customer } from '../../unit/faces/support/samples';
import { type RenderedPanel, renderPanel } from './support/render-panel';

let panel: RenderedPanel | undefined;

async function heard(text: string, language: 'en' | 'zh' = 'en', mood: MoodReading = moodOf(text)) {
  panel = await renderPanel((brain) => {
    brain.settings = { ...brain.settings, language };
    brain.mood = mood;
  });
  await panel.show(conversation('c1', [customer('m1', text)]));
  const section = panel.root.querySelector('section');
  if (section === null) throw new Error('Nothing was heard');
  return section;
}
const titled = (section: Element, words: string) =>
  [...section.querySelectorAll('[title]')].find((chip) => chip.textContent?.includes(words));

afterEach(async () => {
  await panel?.unmount();
  panel = undefined;
});

describe('the mood of the message heard', () => {
  it('is said in a word beside a shape, with the words that show it', async () => {
    const chip = titled(await heard('This is ridiculous, you lied to me'), 'Angry');
    expect(chip?.getAttribute('title')).toBe('Because of “ridiculous” · “lied”');
    expect(chip?.querySelector('[aria-hidden]')?.textContent).toBe('◆ ');
  });

  it('is said to a screen reader too', async () => {
    const chip = titled(await heard('I am worried'), 'Worried');
    expect(chip?.textContent).toContain('Because of “worried”');
  });

  it('is said in Chinese', async () => {
    const chip = titled(await heard('等了三天了还没人联系我', 'zh'), '不满');
    expect(chip?.getAttribute('title')).toMatch(/^依据：“等了三天”/);
  });

  it('is not mentioned when the customer is calm', async () => {
    const section = await heard('What time do you open?');
    for (const word of ['Pleased', 'Worried', 'Frustrated', 'Angry', 'Calm']) {
      expect(section.textContent).not.toContain(word);
    }
  });

  it('has no tooltip when no word shows it', async () => {
    const reading = { mood: 'frustrated', confidence: 0.4, words: [] } as const;
    const section = await heard('hello??', 'en', reading);
    expect(section.textContent).toContain('Frustrated');
    expect(titled(section, 'Frustrated')).toBeUndefined();
  });

  it('goes when a calm message follows', async () => {
    const section = await heard('I am furious');
    expect(section.textContent).toContain('Angry');
    if (panel === undefined) throw new Error('There is no panel');
    panel.brain.mood = moodOf('');
    await panel.show(conversation('c2', [customer('m1', 'Where is my order?')]));
    expect(panel.root.textContent).not.toContain('Angry');
  });

  it('shows hostile words as text', async () => {
    const text = '<img src=x>';
    const words = [{ text, range: [0, 11], mood: 'angry' }] as const;
    const section = await heard(text, 'en', { mood: 'angry', confidence: 1, words });
    expect(section.querySelector('img')).toBeNull();
    expect(titled(section, 'Angry')?.getAttribute('title')).toContain(text);
  });
});
