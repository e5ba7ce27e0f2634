import type { Frame, Page } from 'playwright-core';

/**
 * Makes every visible word of the interface 40 % longer, as a translation may be. Keys as
 * written on the keyboard, and what people wrote, are no translation.
 * @returns what takes it back: React only writes the words anew that change
 */
export async function lengthenWords(frame: Frame | Page): Promise<() => Promise<void>> {
  await frame.evaluate(() => {
    const own = 'kbd, [data-answer], [lang] > button, textarea, style, script';
    const longer = (text: string) => {
      const words = text.trim();
      const more = Math.ceil(words.length * 0.4);
      return `${text}${' ōōōōōō'.repeat(Math.ceil(more / 7)).slice(0, more)}`;
    };
    const undo: (() => void)[] = [];
    Object.assign(window, {
      shortenWords: () => {
        for (const one of undo) one();
      },
    });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement?.closest(own) !== null || node.nodeValue?.trim() === '') continue;
      const text = node;
      const before = text.nodeValue;
      undo.push(() => {
        text.nodeValue = before;
      });
      text.nodeValue = longer(before ?? '');
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      const before = field.placeholder;
      undo.push(() => {
        field.placeholder = before;
      });
      field.placeholder = longer(before);
    }
  });
  return () =>
    frame.evaluate(() => (window as unknown as { shortenWords: () => void }).shortenWords());
}

/**
 * Elements that stick out of the window or of the box around them, or that cut their own words off
 * without saying so by "…". An empty list means that the layout holds.
 */
export async function overflowing(frame: Frame | Page): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 60)}`;
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width <= 1 || style.visibility === 'hidden') continue;
      if (element.closest('[class*="unseen"]') !== null) continue;
      if (box.right > window.innerWidth + 1 || box.left < -1) found.push(`out: ${name(element)}`);
      const cuts = style.textOverflow === 'ellipsis' || style.display.includes('box');
      const isField = element.matches('input, textarea');
      if (
        !cuts &&
        !isField &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0
      ) {
        found.push(`over: ${name(element)}`);
      }
    }
    return found;
  });
}
