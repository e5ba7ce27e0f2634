import type { Frame, Locator, Page } from 'playwright-core';

/** The panel beside a page, as a person sees and uses it. */
export type Panel = {
  readonly frame: Frame;
  readonly heard: Locator;
  readonly cards: Locator;
  /** Waits until the panel has answered this text of the customer; "" for a picture alone. */
  answered(text: string): Promise<void>;
  titles(): Promise<string[]>;
  /** The answer as the card shows it. */
  answer(place: number): Promise<string>;
  /** Waits until a card says what became of the last wish. */
  status(place: number, status: string): Promise<void>;
  /** Waits until a key or click counts at once; see lib/faces/cover-guard.ts. */
  inPlainSight(): Promise<void>;
  /** Clicks a button of the card with this place, counted from 1. */
  press(button: CardButton, place: number): Promise<void>;
  /** Clicks it as a mouse does for the second time within the system's double-click time. */
  secondClick(button: CardButton, place: number): Promise<void>;
};

type CardButton = 'Insert' | 'Edit' | 'Copy' | 'Not this';

/** Waits for the framed panel of a page. Playwright sees into the closed shadow root by its frames. */
export async function panelOf(page: Page): Promise<Panel> {
  return panelIn(await panelFrame(page));
}

/** Waits for the panel in its frame, or in the main frame of the browser's side panel. */
export async function panelIn(frame: Frame): Promise<Panel> {
  await frame.locator('main, [data-rail]').first().waitFor({ timeout: 30_000 });
  const heard = frame.getByRole('region', { name: /customer.s message|客户的消息|顾客的消息/i });
  const cards = frame.getByRole('article');
  const buttonOf = (button: CardButton, place: number) =>
    cards.nth(place - 1).getByRole('button', { name: new RegExp(`^${button}`) });
  const inPlainSight = () => frame.locator('html[data-sight="plain"]').waitFor();
  return {
    frame,
    heard,
    cards,
    async answered(text) {
      const ranked = frame.locator('[data-ranking="ranked"]');
      if (text === '') {
        // A picture alone is not ranked: the panel says that it cannot read it.
        await frame
          .getByText(/can.t (read|hear) it/)
          .or(ranked)
          .first()
          .waitFor();
        return;
      }
      await heard.getByText(text).first().waitFor();
      await ranked.waitFor();
    },
    titles: () => cards.locator('h3').allInnerTexts(),
    answer: (place) =>
      cards
        .nth(place - 1)
        .locator('[data-answer]')
        .innerText(),
    status: (place, status) =>
      cards
        .nth(place - 1)
        .locator(`[data-status="${status}"]`)
        // With its question ticked, the card is folded away and its status stays.
        .or(frame.locator(`[data-question] > [data-status="${status}"]`))
        .first()
        .waitFor(),
    inPlainSight,
    async press(button, place) {
      await inPlainSight();
      await buttonOf(button, place).click();
    },
    async secondClick(button, place) {
      await inPlainSight();
      await buttonOf(button, place).hover();
      const { mouse } = frame.page();
      await mouse.down({ clickCount: 2 });
      await mouse.up({ clickCount: 2 });
    },
  };
}

async function panelFrame(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => /^\w+-extension:\/\/[^/]+\/panel\.html/.test(frame.url());
  const found = page.frames().find(isPanel);
  if (found) return found;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The page has no panel')), 30_000);
    const look = (frame: Frame) => {
      if (!isPanel(frame)) return;
      clearTimeout(timer);
      page.off('framenavigated', look);
      resolve(frame);
    };
    page.on('framenavigated', look);
  });
}
