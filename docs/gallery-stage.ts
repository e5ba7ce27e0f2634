import type { Locator, Page } from 'playwright-core';
import { customerSays, select } from '../tests/support/desk-page.ts';
import { type Desk, openDesk } from '../tests/support/open-desk.ts';
import { type Panel, panelOf } from '../tests/support/panel.ts';

export type Language = 'en' | 'zh';

/** A screen of the gallery: one line in gallery-panel.ts or gallery-pages.ts. */
export type Screen = {
  /** Beginning of the names of its pictures. */
  readonly name: string;
  readonly words: string;
  /** Gets there as a person does, from where the screen before it ended. Gives what to look at. */
  readonly reach: (stage: Stage) => Promise<Page | void>;
};

/** A browser with the built extension, on its way through the screens in one language. */
export type Stage = {
  readonly desk: Desk;
  readonly page: Page;
  readonly panel: Panel;
  /** The words on the screen in this stage's language. */
  say(en: string, zh: string): string;
  /** A button of the panel whose name begins with these words. */
  button(en: string, zh: string): Locator;
  /** The customer of the stage writes, and the panel answers. */
  ask(en: string, zh: string): Promise<void>;
  importFile(name: string, text: string): Promise<void>;
  /** A page of the extension, such as `studio.html`; the same one when it is open already. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Makes every page light or dark. */
  show(theme: 'light' | 'dark'): Promise<void>;
};

export async function openStage(language: Language): Promise<Stage> {
  const desk = await openDesk({ samples: 'none', size: { width: 1280, height: 720 } });
  await desk.ask('settings.change', { language });
  const page = await desk.open();
  const panel = await panelOf(page);
  const customer = language === 'en' ? 'c-maria' : 'c-chen-jing';
  await select(page, customer);
  const say = (en: string, zh: string) => (language === 'en' ? en : zh);
  const opened = new Map<string, Page>();
  return {
    desk,
    page,
    panel,
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
      if (there !== undefined) return there;
      const fresh = await desk.context.newPage();
      await fresh.setViewportSize(size);
      await fresh.goto(`chrome-extension://${desk.extensionId}/${path}`);
      opened.set(path, fresh);
      return fresh;
    },
    async show(theme) {
      for (const each of desk.context.pages()) {
        await each.emulateMedia({ colorScheme: theme });
        for (const frame of each.frames().filter((one) => /(panel|studio|options)\.html/.test(one.url()))) {
          await frame.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
        }
      }
    },
  };
}
