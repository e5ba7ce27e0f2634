import type { Frame, Page } from 'playwright-core';

/** What has the keyboard in a document: its name, as a person would call it, or its tag. */
export const focusIn = (frame: Frame | Page): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || !document.hasFocus()) return '';
    const labels = (element as HTMLInputElement).labels;
    const name =
      element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
      labels?.[0]?.textContent ??
      element.textContent ??
      '';
    return `${element.tagName.toLowerCase()} ${name.replace(/\s+/g, ' ').trim().slice(0, 80)}`;
  });

/** Presses Tab until this has the keyboard, as a person does who cannot use a mouse. */
export async function tabTo(
  page: Page,
  frame: Frame | Page,
  name: RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed = new Set<string>();
  // Round and round for as long as anything may take to appear: a page may still be asking its hub.
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const focus = await focusIn(frame);
    if (name.test(focus)) return;
    passed.add(focus);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never comes to ${name}, only to: ${[...passed].join(' · ')}`);
}
