import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';
import { openPopup } from '../support/popup';

type Face = { readonly page: Page; readonly shown: Page | Frame };

let desk: Desk;
const faces: { [name: string]: Face } = {};

beforeAll(async () => {
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await desk.ask('settings.change', { language: 'en' });
  const page = await desk.open();
  const panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
  await panel.frame.getByRole('button', { name: 'Settings and import' }).click();
  await panel.frame.locator('summary').last().click();
  faces['panel'] = { page, shown: panel.frame };
  const popup = await openPopup(desk, 'https://console.example/');
  faces['popup'] = { page: popup, shown: popup };
  const studio = await desk.context.newPage();
  await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
  await studio.getByRole('option').first().click();
  await studio.locator('#studio-title').waitFor();
  faces['Studio'] = { page: studio, shown: studio };
});
afterAll(() => desk?.close());

const face = (name: string): Face => {
  const found = faces[name];
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};

/** Elements, and their drawn parts, that move by a transition or an animation. */
const moving = ({ shown }: Face) =>
  shown.evaluate(() => {
    const lasts = (durations: string) =>
      durations.split(',').some((duration) => Number.parseFloat(duration) > 0.01);
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after']
        .map((pseudo) => getComputedStyle(element, pseudo))
        .filter((style) => lasts(style.transitionDuration) || lasts(style.animationDuration))
        .map(() => `${element.tagName} ${element.className}`),
    );
  });

/** Controls that cannot be told from the ground when colours are the system's own. */
const borderless = ({ shown }: Face) =>
  shown.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input[type="text"], textarea, select')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        // Words that act are known by the underline or the border of what holds them.
        let box: Element | null = element;
        for (let level = 0; level < 4 && box !== null; level++, box = box.parentElement) {
          const style = getComputedStyle(box);
          const drawn = ['Top', 'Bottom', 'Left', 'Right'].some(
            (side) =>
              style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' &&
              Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
          );
          if (drawn || style.textDecorationLine === 'underline') return false;
        }
        return true;
      })
      .map((element) => element.textContent ?? ''),
  );

/** Whether whatever gets the keyboard next shows it, for each of the first stops of the Tab key. */
async function unmarked({ page, shown }: Face, stops: number): Promise<string[]> {
  const found: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const bare = await shown.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const marks = [element, element.closest('label'), element.parentElement].some((one) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      return marks ? undefined : (element.getAttribute('aria-label') ?? element.outerHTML);
    });
    if (bare !== undefined) found.push(bare.slice(0, 120));
  }
  return found;
}

describe.each(['panel', 'popup', 'Studio'])('the %s', (name) => {
  beforeAll(() => face(name).page.bringToFront());

  it('shows no movement to those who want none', async () => {
    await face(name).page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(face(name))).toEqual([]);
    await face(name).page.emulateMedia({ reducedMotion: null });
  });

  it('draws its controls and the focus in forced colours', async () => {
    const { page, shown } = face(name);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await shown.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await borderless(face(name))).toEqual([]);
    if (name === 'panel') await shown.locator('[aria-controls]').first().focus();
    expect(await unmarked(face(name), name === 'popup' ? 2 : 12)).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });
});

describe('the panel in forced colours', () => {
  it('takes its colours from the system', async () => {
    const { page, shown } = face('panel');
    await page.emulateMedia({ forcedColors: 'active' });
    const ground = await shown.evaluate(() => {
      const sample = document.body.appendChild(document.createElement('p'));
      sample.style.backgroundColor = 'Canvas';
      const canvas = getComputedStyle(sample).backgroundColor;
      sample.remove();
      return [canvas, getComputedStyle(document.body).backgroundColor];
    });
    expect(ground[1]).toBe(ground[0]);
  });
});
