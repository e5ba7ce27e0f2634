import type { Frame, Page } from 'playwright-core';
import { select } from '../tests/support/desk-page.ts';
import { panelOf } from '../tests/support/panel.ts';
import { type BenchDesk, openBenchDesk, within } from './bench-desk.ts';
import { publishBase, startBenchHub } from './bench-hub.ts';
import { makeLargeBase } from './large-base.ts';
import { clockSkewMs } from './stopwatch.ts';

const entries = 1_000;
const kb = 'bench-en';
const conversation = 'c-tom';
const longestMs = 30_000;

export type PublishTeam = {
  readonly version: string;
  /** Lets the customer say something, and waits for what the panel makes of it. */
  ask(text: string): Promise<void>;
  /** Writes an answer in the Studio's own way; it is a draft until it is published. */
  write(entry: Written): Promise<void>;
  /** The time from the click on Publish to what this finds in the panel being painted. */
  publish(shown: Shown): Promise<number>;
  /** Takes the changed text over, and gives what the card says then. */
  takeOver(): Promise<string>;
  close(): Promise<void>;
};
export type Written = { readonly id: string; readonly title: string; readonly answer: string };
/** Either a card with this title, or the mark of a changed text. */
export type Shown = { readonly title: string } | 'changed';

type Watched = Window & { benchShown: Promise<number> };
type Clicked = Window & { benchClickedAt: number };
type Saved = { readonly entry: { readonly updatedAt: number } };

/** A hub, a supervisor's browser with the Studio open, and an agent's with a panel open. */
export async function openPublishTeam(engine: string): Promise<PublishTeam> {
  const hub = await startBenchHub(engine);
  const opened: BenchDesk[] = [];
  const close = async () => {
    for (const desk of opened) await desk.close();
    await hub.stop();
  };
  try {
    const token = await hub.join(hub.process.inviteLink ?? '');
    await publishBase(hub, token, makeLargeBase('en', entries));
    const open = async (role: string) => {
      const desk = await openBenchDesk({ samples: 'none' });
      opened.push(desk);
      await desk.ask('settings.change', { language: 'en' });
      const link = await hub.invite(token, role);
      await desk.ask('team.join', { link, name: role });
      return desk;
    };
    const boss = await open('supervisor');
    const agent = await open('agent');
    const studio = await boss.context.newPage();
    await studio.goto(
      `chrome-extension://${boss.extensionId}/studio.html#base=${kb}&entry=entry-0`,
    );
    await studio.evaluate(() => {
      const note = ({ timeStamp }: Event) => {
        (window as unknown as Clicked).benchClickedAt = performance.timeOrigin + timeStamp;
      };
      document.addEventListener('click', note, { capture: true });
    });
    const page = await agent.open();
    const panel = await panelOf(page);
    await panel.frame.locator('[data-team="synced"]').waitFor({ timeout: longestMs });
    await select(page, conversation);
    const skewMs = await clockSkewMs(studio, panel.frame);
    const versions = new Map<string, number>();
    const bar = studio.getByRole('region', { name: 'Publishing' });
    const button = bar.getByRole('button', { name: 'Publish', exact: true });
    return {
      version: agent.version,
      async ask(text) {
        await page.evaluate(() => window.desk.flood(2));
        await page.evaluate(
          ([conversation, text]) => window.desk.customerSays(conversation, text),
          [conversation, text] as const,
        );
        await panel.answered(text);
      },
      async write({ id, title, answer }) {
        const entry = { base: kb, id, title, answer, variants: {}, tags: [], mustEdit: false };
        const phrasings = [{ text: title, source: 'author' }];
        const basedOn = versions.get(id) ?? null;
        const saved = await boss.ask('studio.save', { entry: { ...entry, phrasings }, basedOn });
        versions.set(id, (saved as Saved).entry.updatedAt);
        await button.waitFor();
      },
      async publish(shown) {
        await watch(panel.frame, shown);
        await button.click();
        const seenAt = await within(longestMs, 'A publication', seen(panel.frame));
        const clickedAt = await clicked(studio);
        await bar.getByText('Everything is published').waitFor({ timeout: longestMs });
        return seenAt - (clickedAt + skewMs);
      },
      async takeOver() {
        await panel.cards.getByRole('button', { name: /^Show the new text/ }).click();
        await panel.cards.locator('[data-update]').waitFor({ state: 'detached' });
        return panel.answer(1);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const clicked = (studio: Page) =>
  studio.evaluate(() => (window as unknown as Clicked).benchClickedAt);
const seen = (frame: Frame) => frame.evaluate(() => (window as unknown as Watched).benchShown);

/** Notes when the frame after the one that drew it has begun. */
async function watch(frame: Frame, shown: Shown): Promise<void> {
  await frame.evaluate((shown) => {
    const isShown = () =>
      shown === 'changed'
        ? document.querySelector('[data-update="changed"]') !== null
        : [...document.querySelectorAll('article h3')].some(
            ({ textContent }) => textContent === shown.title,
          );
    if (isShown()) throw new Error('It is there already');
    (window as unknown as Watched).benchShown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve(performance.timeOrigin + performance.now());
          };
          port2.postMessage(null);
        });
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
    });
  }, shown);
}
