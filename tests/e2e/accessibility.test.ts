import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../support/axe';
import { customerSays, select } from '../support/desk-page';
import { askBrain, openBrainPage } from '../support/load-samples';
import { lengthenWords, overflowing } from '../support/longer-words';
import { makeSteps } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { openSidePanel } from '../support/open-side-panel';
import { type Panel, panelOf } from '../support/panel';

const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh' },
  { theme: 'dark', language: 'zh' },
] as const;
const question = 'the light on my fibre box turned red this morning';
const second = 'And how do I cancel my contract?';

let desk: Desk;
let brain: Page;
let page: Page;
let panel: Panel;

beforeAll(begin);
afterAll(() => desk?.close());

async function begin(): Promise<void> {
  await desk?.close();
  desk = await openDesk({ samples: 'none' });
  brain = await openBrainPage(desk.context, desk.extensionId);
  await change({ side: 'right', widthPx: 320 });
  page = await desk.open();
  panel = await panelOf(page);
  await panel.frame.getByRole('separator').waitFor();
}

const change = (settings: object) => askBrain(brain, 'settings.change', settings);

/** What is on screen, one after the other; each leaves the panel as it found it, or further on. */
const states: { readonly [state: string]: () => Promise<unknown> } = {
  'first use, without answers': () => panel.frame.getByText(/1 of 3|1 \/ 3/).waitFor(),
  'nothing to answer': async () => {
    await askBrain(brain, 'knowledge.load-sample', { sample: 'harbour-broadband' });
    await change({ welcomed: true });
    await panel.frame.locator('[class*="welcome"]').waitFor({ state: 'detached' });
  },
  cards: async () => {
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    await panel.cards.first().waitFor();
  },
  'several questions, and why a card is there': async () => {
    await customerSays(page, 'c-maria', second);
    await panel.frame.locator('[data-question]').nth(1).waitFor();
    await panel.frame
      .getByRole('button', { name: /^(Why|为什么)/ })
      .first()
      .click();
  },
  'one question ticked': async () => {
    await panel.frame.locator('[data-question] input').first().check();
    await panel.frame
      .locator('[data-question]')
      .first()
      .locator('article')
      .first()
      .waitFor({ state: 'detached' });
  },
  'a better order that waits': async () => {
    await panel.cards.first().focus();
    await importBase('pier', [
      entry('pier', 'Pier', [second, 'cancel my contract'], 'At the pier.'),
    ]);
    await panel.frame.getByRole('button', { name: /^(Show|看看)$/ }).waitFor();
  },
  'an edit and a question for what is missing': async () => {
    await panel.frame.getByRole('button', { name: /^(Show|看看)$/ }).click();
    await askBrain(brain, 'knowledge.remove', { base: 'pier' });
    await panel.frame.locator('[data-question] input').first().uncheck();
    await panel.cards.first().locator('h3 + *').waitFor();
    await panel.cards.first().focus();
    await page.keyboard.press('ArrowDown');
    await panel.cards
      .nth(0)
      .getByRole('button', { name: /^(Edit|编辑)/ })
      .click();
    await panel.frame.locator('textarea').waitFor();
  },
  'quiet mode with the menu and all keys': async () => {
    await panel.frame.locator('textarea').press('Escape');
    await change({ quiet: true, keys: { hold: chord('Slash') } });
    await panel.frame.locator('[aria-controls]').first().click();
    await panel.frame.locator('summary').last().click();
    await panel.frame.getByRole('checkbox', { checked: true }).waitFor();
  },
  'nothing fits': async () => {
    await panel.frame.locator('summary').last().click();
    await panel.frame.locator('summary').last().press('Escape');
    await customerSays(page, 'c-maria', 'qwertz uiop');
    await panel.answered('qwertz uiop');
  },
  'an import that was refused': async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel.frame
        .locator('input[type="file"]')
        .first()
        .evaluate((input: HTMLInputElement) => input.click()),
    ]);
    const buffer = Buffer.from('{"format": "cuecard/1"}');
    await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
    await panel.frame.locator('[role="note"][data-tone="bad"]').waitFor();
  },
  'nothing found': async () => {
    await panel.frame.getByRole('searchbox').fill('zzqx');
    await panel.frame.locator('h2', { hasText: /words|这些字/ }).waitFor();
  },
};

function entry(id: string, title: string, phrasings: readonly string[], answer: string) {
  return { id, title, phrasings, answer };
}

function importBase(id: string, entries: readonly object[]) {
  const base = { id, name: id, language: 'en' };
  const content = JSON.stringify({ format: 'cuecard/1', base, entries });
  return askBrain(brain, 'knowledge.import', { fileName: `${id}.json`, content });
}

function chord(code: string) {
  return { code, alt: true, ctrl: true, meta: false, shift: false };
}

const step = makeSteps(begin, true);

describe.each(Object.entries(states))('the panel at 320 px: %s', (_, reach) => {
  beforeAll(step(reach));

  it.each(looks)('has nothing for axe to find in $theme, $language', async (look) => {
    await change(look);
    await panel.frame
      .locator(`html[data-theme="${look.theme}"][lang^="${look.language}"]`)
      .waitFor({ state: 'attached' });
    expect(await axeViolations(panel.frame)).toEqual([]);
    expect(await overflowing(panel.frame)).toEqual([]);
  });

  it('keeps its layout with words that are 40 % longer', async () => {
    await change({ language: 'en', theme: 'light' });
    await panel.frame.locator('html[lang="en"]').waitFor({ state: 'attached' });
    await panel.frame.evaluate(() => window.innerWidth).then((width) => expect(width).toBe(320));
    const shorten = await lengthenWords(panel.frame);
    expect(await overflowing(panel.frame)).toEqual([]);
    await shorten();
  });
});

describe('the collapsed panel and one without a console', () => {
  it.each(looks)('have nothing for axe to find in $theme, $language', async (look) => {
    await change({ ...look, collapsed: true });
    await panel.frame.locator('[data-rail]').waitFor();
    expect(await axeViolations(panel.frame)).toEqual([]);
    expect(await overflowing(panel.frame)).toEqual([]);
    await change({ collapsed: false });
    await panel.frame.getByRole('separator').waitFor();

    const elsewhere = await desk.context.newPage();
    await elsewhere.route('**/elsewhere', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not a console' }),
    );
    await elsewhere.goto(`${desk.origin}/elsewhere`);
    const other = await panelOf(elsewhere);
    await other.frame.getByText(/can’t read this page|读不懂这个页面/).waitFor();
    expect(await axeViolations(other.frame)).toEqual([]);
    expect(await overflowing(other.frame)).toEqual([]);
    await elsewhere.close();
  });
});

describe('the popup', () => {
  it.each(looks)('has nothing for axe to find in $theme, $language', async (look) => {
    await change(look);
    const popup = await desk.context.newPage();
    await popup.setViewportSize({ width: 320, height: 400 });
    await popup.goto(`chrome-extension://${desk.extensionId}/popup.html`);
    await popup.locator('main').waitFor();
    expect(await axeViolations(popup)).toEqual([]);
    if (look.theme === 'light' && look.language === 'en') await lengthenWords(popup);
    expect(await overflowing(popup)).toEqual([]);
    await popup.close();
  });
});

describe('the settings page at 320 px', () => {
  it.each(looks)('has nothing for axe to find in $theme, $language', async (look) => {
    await change({
      ...look,
      places: { '127.0.0.1': { side: 'left', widthPx: 400, collapsed: false } },
    });
    const settings = await desk.context.newPage();
    await settings.setViewportSize({ width: 320, height: 700 });
    await settings.goto(`chrome-extension://${desk.extensionId}/options.html`);
    await settings.getByRole('searchbox').press('Enter');
    await settings.getByRole('checkbox').nth(2).check();
    await settings.locator('section button').last().click();
    await settings.getByRole('slider').waitFor();
    expect(await axeViolations(settings)).toEqual([]);
    expect(await overflowing(settings)).toEqual([]);
    if (look.theme === 'light' && look.language === 'en') {
      await lengthenWords(settings);
      expect(await overflowing(settings)).toEqual([]);
    }
    await settings.close();
  });
});

describe('the side panel', () => {
  let side: Page;
  beforeAll(async () => {
    await change({ language: 'en' });
    side = await openSidePanel(desk);
  });

  it.each(looks)('has nothing for axe to find in $theme, $language', async (look) => {
    await change(look);
    await page.bringToFront();
    await side.locator(`html[data-theme="${look.theme}"][lang^="${look.language}"]`).waitFor({
      state: 'attached',
    });
    await side.getByRole('searchbox').waitFor();
    expect(await axeViolations(side)).toEqual([]);
    expect(await overflowing(side)).toEqual([]);
    // Where Cuecard is not switched on.
    await brain.bringToFront();
    await side.getByRole('heading', { name: /not on in this tab|此标签页尚未开启/ }).waitFor();
    expect(await axeViolations(side)).toEqual([]);
    expect(await overflowing(side)).toEqual([]);
  });

  afterAll(async () => {
    await side?.evaluate(() => window.close());
    await page.bringToFront();
    await panel.frame.getByRole('separator').waitFor();
  });
});

describe('people who set their system so', () => {
  it('see no movement', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await panel.frame.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter((style) =>
          [style.transitionDuration, style.animationDuration].some(
            (durations) => Number.parseFloat(durations) > 0.01,
          ),
        ),
    );
    expect(moving).toEqual([]);
  });

  it('see the chosen ones, the handle and the kinds of cards in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await panel.frame.getByRole('searchbox').fill('');
    const shown = await panel.frame.evaluate(() => {
      const style = (selector: string, pseudo?: string) => {
        const element = document.querySelector(selector);
        return element === null ? undefined : getComputedStyle(element, pseudo);
      };
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        chosen: style('[aria-pressed="true"]')?.textDecorationLine,
        handle: style('[role="separator"]', '::after')?.opacity,
      };
    });
    expect(shown).toEqual({ isForced: true, chosen: 'underline', handle: '1' });
  });
});

/** What the Studio shows, one after the other. */
const studioStates: { readonly [state: string]: (studio: Page) => Promise<unknown> } = {
  'a list and nothing chosen': (studio) => studio.getByRole('option').first().waitFor(),
  'an answer, and Try it': async (studio) => {
    await studio.getByRole('option').first().click();
    await studio.locator('#studio-title').waitFor();
    await studio.locator('#studio-try').fill('the light on the box is red');
    await studio.locator('[data-kind]').first().waitFor();
  },
  'a field that needs mending': async (studio) => {
    await studio.locator('#studio-title').fill('');
    await studio.keyboard.press('ControlOrMeta+s');
    await studio.locator('[aria-invalid="true"]').first().waitFor();
  },
  'the import dialog': async (studio) => {
    await studio.locator('header button').first().click();
    await studio.locator('dialog[open]').waitFor();
  },
  'the preview of an import': async (studio) => {
    const buffer = Buffer.from('question,answer\nhow do i pay,By card.\nno answer here,\n');
    const file = { name: 'pay.csv', mimeType: 'text/csv', buffer };
    await studio.locator('dialog input[type="file"]').setInputFiles(file);
    await studio.locator('dialog table').waitFor();
  },
  'what was learned, one in better words': async (studio) => {
    await studio.reload();
    const [one, ...others] = ['my box glows red', 'red lamp again', 'still no light but red'];
    for (const cueText of [one, ...others]) {
      await askBrain(brain, 'event.record', {
        event: { kind: 'inserted', cueText, entry: { base: 'twice', id: 'soon' }, place: 1 },
        conversationKey: 'c-maria',
        consoleId: 'demo',
      });
    }
    await studio.locator('nav button').nth(-2).click();
    await studio.locator('[data-learned]').nth(others.length).waitFor();
    await studio.locator('[data-learned]').first().getByRole('button').nth(2).click();
    await studio.locator('[data-learned] input').waitFor();
  },
  'nothing refused': async (studio) => {
    await studio.locator('fieldset button').last().click();
    await studio.locator('[data-learned]').first().waitFor({ state: 'detached' });
  },
  'answers that overlap': async (studio) => {
    await studio.locator('nav button').last().click();
    await studio.locator('main [data-kind]').first().waitFor();
  },
};

describe('the Studio', () => {
  let studio: Page;
  beforeAll(async () => {
    await askBrain(brain, 'knowledge.load-sample', { sample: 'harbour-broadband' });
    const asked = ['how long does a refund take', 'when do i get my refund'];
    await importBase('twice', [
      entry('soon', 'Refund time', asked, 'A refund takes 14 days after the goods are back.'),
      entry('late', 'Refund days', asked, 'A refund takes 30 days after the goods are back.'),
    ]);
  });
  afterAll(() => studio?.close());

  const studioStep = makeSteps(async () => {
    await studio?.close();
    studio = await desk.context.newPage();
    await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
  });
  describe.each(Object.entries(studioStates))('%s', (_, reach) => {
    beforeAll(
      studioStep(async () => {
        await studio.bringToFront();
        await reach(studio);
      }),
    );

    it.each(looks)('has nothing for axe to find in $theme, $language', async (look) => {
      await change(look);
      await studio
        .locator(`html[data-theme="${look.theme}"][lang^="${look.language}"]`)
        .waitFor({ state: 'attached' });
      expect(await axeViolations(studio)).toEqual([]);
      if ((await studio.locator('aside').count()) > 0) return;
      await studio.setViewportSize({ width: 320, height: 700 });
      expect(await overflowing(studio)).toEqual([]);
      expect(await axeViolations(studio)).toEqual([]);
      await studio.setViewportSize({ width: 1280, height: 720 });
    });
  });
});
