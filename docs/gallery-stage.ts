import type { Locator, Page } from 'playwright-core';
import { customerSays, select } from '../tests/support/desk-page.ts';
import { type Desk, openDesk } from '../tests/support/open-desk.ts';
import { type Panel, panelOf } from '../tests/support/panel.ts';

export type Language = 'en' | 'zh';
export type Theme = 'light' | 'dark';

/** A screen of the gallery. */
export type Screen = {
  /** Beginning of the names of its pictures. */
  readonly name: string;
  readonly words: string;
  /** Gets there as a person does, from where the screen before it ended. Gives what to look at. */
  readonly reach: (stage: Stage) => Promise<Page | void>;
  /** Only this part of the page. */
  readonly part?: (page: Page) => Locator;
  /** What does not follow the system's look while it is open is opened anew by this. */
  readonly reopen?: (page: Page) => Promise<void>;
};

/** A way through some screens, with a browser of its own: it needs no other, and harms none. */
export type Scene = {
  readonly name: string;
  readonly words: string;
  /** `empty`: as on the first day; else the sample is loaded and the first steps are done. */
  readonly begin?: 'empty';
  /** How much the browser lets the extension keep, in bytes. */
  readonly room?: number;
  readonly screens: readonly Screen[];
};

/** A browser with the built extension, on its way through a scene in one language. */
export type Stage = {
  readonly desk: Desk;
  readonly page: Page;
  readonly panel: Panel;
  readonly language: Language;
  /** The base of the sample in this language. */
  readonly sample: string;
  readonly customer: string;
  /** The words on the screen in this stage's language. */
  say(en: string, zh: string): string;
  /** A button of the panel whose name begins with these words. */
  button(en: string, zh: string): Locator;
  /** The customer of the stage writes, and the panel answers. */
  ask(en: string, zh: string): Promise<void>;
  importFile(name: string, text: string): Promise<void>;
  /** A page of the extension, such as `studio.html`; the same one when it is open already. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Makes everything light or dark, and waits for the page that is looked at. */
  show(theme: Theme, shown: Page): Promise<void>;
  /** Done before the browser closes. */
  atEnd(work: () => unknown): void;
  close(): Promise<void>;
};

const framed = /(panel|studio|options|sidepanel)\.html/;

/** @param widthPx of the panel, where it is not the usual one */
export async function openStage(language: Language, { begin, room }: Scene, widthPx?: number): Promise<Stage> {
  const sample = language === 'en' ? 'harbour-broadband' : 'kapok-mall';
  const desk = await openDesk({
    samples: 'none',
    size: { width: 1280, height: 720 },
    language: language === 'en' ? 'en-GB' : 'zh-CN',
  });
  // Before the first write: what Chromium has found free it goes on counting with for a while.
  if (room !== undefined) await leaveRoom(desk, room);
  if (begin !== 'empty') {
    await desk.ask('knowledge.load-sample', { sample });
    await ranksSurely(desk, language === 'en' ? 'i forgot my wifi password' : '怎么开发票');
  }
  const width = widthPx === undefined ? {} : { widthPx };
  await desk.ask('settings.change', { language, welcomed: begin !== 'empty', ...width });
  desk.context.setDefaultTimeout(20_000);
  const page = await desk.open();
  const panel = await panelOf(page);
  const customer = language === 'en' ? 'c-maria' : 'c-chen-jing';
  await select(page, customer);
  const say = (en: string, zh: string) => (language === 'en' ? en : zh);
  const opened = new Map<string, Page>();
  const atEnd: (() => unknown)[] = [];
  return {
    desk,
    page,
    panel,
    language,
    sample,
    customer,
    say,
    button: (en, zh) => panel.frame.getByRole('button', { name: new RegExp(`^${say(en, zh)}`) }).first(),
    async ask(en, zh) {
      const text = say(en, zh);
      await select(page, customer);
      // What nobody has answered is read with what comes after it, as one question.
      const wasAsked = (await panel.heard.count()) > 0;
      await page.locator('.reply-box .ProseMirror').fill(say('One moment', '稍等'));
      await page.getByRole('button', { name: 'Send' }).click();
      if (wasAsked) await panel.heard.getByText(say('Replied', '已回复')).waitFor();
      await customerSays(page, customer, text);
      // Under the pointer the cards would keep still while the ranking learns.
      await panel.heard.hover();
      await panel.answered(text.slice(0, 20));
    },
    async importFile(name, text) {
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
      await panel.frame.locator('input[type="file"]').first().setInputFiles(file);
    },
    async open(path, size = { width: 1180, height: 760 }) {
      const there = opened.get(path);
      if (there !== undefined) {
        await there.bringToFront();
        return there;
      }
      const fresh = await desk.context.newPage();
      await fresh.setViewportSize(size);
      await fresh.goto(`chrome-extension://${desk.extensionId}/${path}`);
      opened.set(path, fresh);
      return fresh;
    },
    async show(theme, shown) {
      for (const each of new Set([...desk.context.pages(), shown])) {
        await each.emulateMedia({ colorScheme: theme });
      }
      for (const frame of shown.frames().filter((one) => framed.test(one.url()))) {
        await frame.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
      }
    },
    atEnd: (work) => atEnd.push(work),
    async close() {
      for (const work of atEnd.reverse()) await work();
      await desk.close();
    },
  };
}

async function leaveRoom(desk: Desk, quotaSize: number): Promise<void> {
  const origin = `chrome-extension://${desk.extensionId}`;
  const page = await desk.context.newPage();
  await page.goto(`${origin}/templates/cuecard-template.json`);
  // For as long as the page and its session are there.
  const session = await desk.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

/** Right after an import the ranking is still learning. */
async function ranksSurely(desk: Desk, text: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (let at = 0; Date.now() < until; at++) {
    const cue = { cueId: `first/${at}`, text, earlier: [], origin: { host: 'desk.example', console: 'first' } };
    if (((await desk.ask('cue.rank', cue)) as { kind: string }).kind === 'direct') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`“${text}” has no direct answer`);
}
