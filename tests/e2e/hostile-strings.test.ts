import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  batchesOf,
  type HostileBatch,
  hasPayloads,
  naughtyStrings,
  onePerKind,
  payloads,
} from '../support/hostile-strings';
import { askBrain, openBrainPage } from '../support/load-samples';
import { type Desk, openDesk } from '../support/open-desk';
import { openSidePanel } from '../support/open-side-panel';
import { type Panel, panelIn, panelOf } from '../support/panel';
import { openPopup } from '../support/popup';
import { shownAnswer } from '../support/shown-answer';
import { activeNodes, hasRun, watchHarm } from '../support/watch-harm';

const isBlank = (text: string) => text.trim() === '';
const all = [...new Set([...naughtyStrings, ...payloads])];
const isLong = process.env.CUECARD_LONG === '1';
/** All of them take minutes: the long run's. Here every 12th batch is shown, and one of every kind. */
const batches = batchesOf(all.filter((text) => !isBlank(text))).filter(
  ({ strings }, at) => isLong || at % 12 === 0 || strings.some((text) => onePerKind.has(text)),
);

/** What a tab's address may be: a browser tells it only as it has parsed it. */
const hostileAddresses = all.flatMap((text) =>
  [
    text,
    `https://${text}/`,
    `https://${text}.example:8443/`,
    `https://${text}@console.example/`,
    `https://console.example/${text}?${text}#${text}`,
  ].flatMap((typed) => {
    const address = URL.parse(typed)?.href;
    return address === undefined ? [] : [{ address, text }];
  }),
);

/** What is on the cards for one string: the text under test in every place that holds text. */
type Expected = { title: string; answer: string; slot: string; base: string };

const file = ({ word, strings, joined }: HostileBatch) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id: word, name: joined, language: 'en' },
    entries: strings.map((text, at) => ({
      id: `${word}.${at}`,
      title: text,
      phrasings: [text, word],
      answer: `${text}\n= {{ask:value}} = {{ask:value}}`,
    })),
  });

const expectedOf = (text: string, base: string): Expected => ({
  title: text.trim(),
  answer: shownAnswer(`${text}\n`.trimStart()),
  // A slot is a one-line field: browsers take line ends out of it.
  slot: text
    .replace(/[\r\n]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
  base: base.trim(),
});

/** As the console script reads a page: white space of any kind is one space. */
const asRead = (text: string) => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

let desk: Desk;
let harm: string[];
let refused: string[];

beforeAll(async () => {
  desk = await openDesk({ samples: 'none' });
  harm = watchHarm(desk.context);
  refused = [];
  const page = await openBrainPage(desk.context, desk.extensionId);
  for (const batch of batches) {
    const result = (await askBrain(page, 'knowledge.import', {
      fileName: `${batch.joined.slice(0, 200)}.json`,
      content: file(batch),
    })) as { outcome: string };
    if (result.outcome !== 'imported') refused.push(...batch.strings);
  }
  await page.close();
});
afterAll(() => desk?.close());

describe('hostile strings', () => {
  it('are taken into a base, but for blank ones, which are refused', async () => {
    const blank = all.filter(isBlank);
    console.log({ strings: all.length, batches: batches.length, blank: blank.length });
    expect(all.length - blank.length).toBeGreaterThan(450);
    expect(refused).toEqual([]);
    const page = await openBrainPage(desk.context, desk.extensionId);
    for (const text of blank) {
      const content = file({ word: 'blank', strings: [text], joined: 'Blank' });
      const result = await askBrain(page, 'knowledge.import', { fileName: 'b.json', content });
      expect(result).toMatchObject({ outcome: 'refused' });
    }
    await page.close();
  });

  it(
    'stand in the panel sign by sign and do nothing there',
    async () => {
      const page = await desk.open();
      const wrong = await showAll(page, await panelOf(page), batches);
      await page.close();
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(harm).toEqual([]);
    },
    isLong ? 900_000 : 240_000,
  );

  it(
    'stand in the side panel in the same way',
    async () => {
      const page = await desk.open();
      await panelOf(page);
      const side = await openSidePanel(desk);
      await page.bringToFront();
      const shown = isLong ? batches : batches.filter((_, at) => at % 8 === 1);
      const wrong = await showAll(page, await panelIn(side.mainFrame()), shown);
      if (await hasRun(side)) wrong.push('a script ran in the side panel');
      await side.close();
      await page.close();
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(harm).toEqual([]);
    },
    isLong ? 900_000 : 120_000,
  );

  it(
    'as the address of the site in front show its host in the popup, and nothing else of it',
    async () => {
      const addresses = isLong
        ? hostileAddresses
        : hostileAddresses.filter((_, at) => at % 160 === 0);
      const popup = await openPopup(desk, 'https://console.example/');
      const before = await activeNodes(popup);
      const withHost = await popup.locator('main').innerText();
      await popup.addInitScript(() => {
        const front = [
          { url: sessionStorage.getItem('front'), title: sessionStorage.getItem('title') },
        ];
        chrome.tabs.query = (async () => front) as unknown as typeof chrome.tabs.query;
      });
      const showFor = async (address: string, title: string) => {
        await popup.evaluate(
          ([address, title]) => {
            sessionStorage.setItem('front', address);
            sessionStorage.setItem('title', title);
          },
          [address, title] as const,
        );
        await popup.reload();
        await popup.locator('main').waitFor();
        return popup.locator('main').innerText();
      };
      const withoutHost = await showFor('about:blank', '');
      const wrong: string[] = [];
      for (const { address, text } of addresses) {
        const { protocol, host: parsed } = new URL(address);
        // Chromium escapes the asterisk in a host, which the standard leaves as it is.
        const host = parsed.replaceAll('*', '%2A');
        const expected = /^https?:$/.test(protocol)
          ? withHost.replace('console.example', host)
          : withoutHost;
        const shown = await showFor(address, text);
        if (shown !== expected) wrong.push(`${address} is shown as ${shown}`);
        if ((await activeNodes(popup)) !== before) wrong.push(`${address} brought active nodes`);
        if (await hasRun(popup)) wrong.push(`${address} ran`);
      }
      await popup.close();
      console.log({ addresses: addresses.length });
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(harm).toEqual([]);
    },
    isLong ? 900_000 : 60_000,
  );

  it.skipIf(!hasPayloads)(
    'are more than the public list where the collected ones are at hand',
    () => {
      expect(payloads.length).toBeGreaterThan(1_000);
    },
  );
});

/** Shows these batches as message, customer's name and found cards; gives back what is not as it is. */
async function showAll(
  page: Page,
  panel: Panel,
  batches: readonly HostileBatch[],
): Promise<string[]> {
  const { frame } = panel;
  await page.evaluate(() => window.desk.select('c-maria'));
  await page.evaluate(() => window.desk.customerSays('c-maria', 'hello there'));
  await panel.answered('hello there');
  const before = await activeNodes(frame);
  const wrong: string[] = [];
  const check = async () => {
    const active = await activeNodes(frame);
    if (active !== before) wrong.push(`${before} active nodes became ${active}`);
  };
  for (const batch of batches) {
    // The console script takes its time to read; Find does not wait for it.
    const isHeard = await showConversation(page, frame, batch);
    wrong.push(...(await showCards(frame, batch)));
    wrong.push(...(await isHeard()));
    await check();
    await frame.getByRole('searchbox').fill('');
  }
  for (const each of page.frames()) {
    if (await hasRun(each)) wrong.push(`a script ran in ${each.url()}`);
  }
  return wrong;
}

/**
 * One message for all of them: the console script reads only so many rows in a second.
 * @returns what waits for it
 */
async function showConversation(page: Page, frame: Frame, { word, joined }: HostileBatch) {
  await page.evaluate(
    ([joined, word]) => {
      const shown = document.querySelector('main[data-conversation-id]:not([hidden])');
      const name = shown?.querySelector('h1');
      if (name) name.textContent = joined;
      // A burst that grew and grew would be ranked as one long question.
      for (const row of [...(shown?.querySelectorAll('li.message') ?? [])].slice(0, -1))
        row.remove();
      window.desk.customerSays('c-maria', `${joined} ${word}`);
    },
    [joined, word] as const,
  );
  const given = { word, text: asRead(`${joined} ${word}`), name: asRead(joined).slice(0, 300) };
  return () =>
    waitFor(frame, given, (json) => {
      const { word, text, name } = JSON.parse(json) as { word: string; text: string; name: string };
      const heard = document.querySelector('section h2')?.closest('section');
      const shown = heard?.querySelector('div[lang]')?.textContent ?? '';
      if (!shown.endsWith(word)) return undefined;
      const wrong: string[] = [];
      if (
        !shown
          .replace(/[\s\u200b\ufeff]+/g, ' ')
          .trim()
          .endsWith(text)
      ) {
        wrong.push(`message: ${text} is shown as ${shown}`);
      }
      const title = heard?.querySelector('h2')?.textContent;
      if (title !== name.trim()) wrong.push(`customer: ${name} is shown as ${title}`);
      return wrong;
    });
}

async function showCards(frame: Frame, { word, strings, joined }: HostileBatch) {
  await frame.getByRole('searchbox').fill(word);
  const cards = strings.map((text, at) => ({
    key: `find:${word}/${word}.${at}`,
    ...expectedOf(text, joined),
  }));
  return waitFor(frame, cards, (json) => {
    const cards = JSON.parse(json) as (Expected & { key: string })[];
    const wrong: string[] = [];
    // All cards are opened and filled in one go; what that shows is looked at the next time.
    let isReady = true;
    for (const { key, title, answer, slot, base } of cards) {
      const card = document.querySelector(`article[data-card=${JSON.stringify(key)}]`);
      const fold = card?.querySelector<HTMLElement>('h3 button');
      if (!card || !fold) return undefined;
      if (fold.ariaExpanded === 'false') fold.click();
      const field = card.querySelector<HTMLInputElement>('input[data-slot="ask:value"]');
      if (field?.dataset.tried !== key) {
        isReady = false;
        if (field) {
          const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
          value?.set?.call(field, slot);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dataset.tried = key;
        }
        continue;
      }
      const shown = card.querySelector('[data-answer]')?.textContent ?? '';
      const last = shown.lastIndexOf('=  = ');
      const filled = last < 0 ? '' : shown.slice(last + 5);
      const expects: [string, string | null, string][] = [
        ['title', fold.textContent, title],
        ['answer', shown.slice(0, Math.max(0, last)).replaceAll('\n', ''), answer],
        ['base', card.textContent?.includes(base) ? base : 'another name', base],
      ];
      // A value of invisible signs alone is no value, and its place stays open.
      if (slot !== '') expects.push(['slot', filled, slot]);
      for (const [place, seen, expected] of expects) {
        if (seen !== expected) wrong.push(`${place}: ${expected} is shown as ${seen}`);
      }
      // A message that came meanwhile has emptied the slots of the one before: type it again.
      if (slot !== '' && filled !== slot) field.dataset.tried = '';
    }
    return isReady ? wrong : undefined;
  });
}

/** Looks again and again until nothing is wrong; what stays wrong, or never comes, is given back. */
async function waitFor<Given>(
  frame: Frame,
  given: Given,
  look: (json: string) => string[] | undefined,
): Promise<string[]> {
  const json = JSON.stringify(given);
  let outcome: string[] | undefined;
  for (const start = performance.now(); performance.now() - start < 8_000; ) {
    outcome = await frame.evaluate(look, json);
    if (outcome?.length === 0) break;
    await frame.evaluate(() => new Promise(requestAnimationFrame));
  }
  return outcome ?? [`never shown: ${json}`];
}
