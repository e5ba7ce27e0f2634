import type { Page } from 'playwright-core';

// `window.desk` is what the sample console offers for driving it; see demo/console/desk.ts.

export const customerSays = (page: Page, conversation: string, text: string) =>
  page.evaluate(([conversation, text]) => window.desk.customerSays(conversation, text), [
    conversation,
    text,
  ] as const);

export const select = (page: Page, conversation: string) =>
  page.evaluate((conversation) => window.desk.select(conversation), conversation);

/** What the composer's own editor holds. */
export const composerText = (page: Page) => page.evaluate(() => window.desk.composerText());

export const sentReplies = (page: Page) => page.evaluate(() => window.desk.sent);

export const playNext = (page: Page) => page.evaluate(() => window.desk.playNext());

export const flood = (page: Page, count: number) =>
  page.evaluate((count) => window.desk.flood(count), count);
