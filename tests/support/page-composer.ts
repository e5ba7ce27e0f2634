import type { Page } from 'playwright-core';

/**
 * What stands in a page's reply box, as the page itself has it; scrolls it into view.
 * @param paths selectors as in recipes: the first that is seen counts, ` >>> ` goes into a shadow
 * root or a frame
 */
export async function composerText(page: Page, paths: readonly string[]): Promise<string> {
  return page.evaluate((paths) => {
    const within = (element: Element) =>
      element.shadowRoot ?? (element instanceof HTMLIFrameElement ? element.contentDocument : null);
    for (const path of paths) {
      let found: Element | undefined;
      for (const selector of path.split(' >>> ')) {
        const root = found === undefined ? document : within(found);
        found = [...(root?.querySelectorAll(selector) ?? [])].find((one) => one.checkVisibility());
        if (found === undefined) break;
      }
      if (found === undefined) continue;
      found.scrollIntoView({ block: 'nearest' });
      if (found instanceof HTMLIFrameElement) found = found.contentDocument?.body ?? found;
      // An element of a frame is of no class of this window.
      return 'value' in found ? String(found.value) : (found as HTMLElement).innerText;
    }
    // FreeScout makes its own only once somebody replies.
    return '';
  }, paths);
}

/** Notes whatever could send a reply: a button pressed, a form handed in, Enter, a request. */
export async function watchSending(page: Page): Promise<readonly string[]> {
  const noted: string[] = [];
  await page.exposeFunction('noteSending', (what: string) => noted.push(what));
  await page.addInitScript(() => {
    // The panel's own frame is no part of the page.
    if (window.location.protocol === 'chrome-extension:') return;
    const note = (event: Event) => {
      const { key } = event as KeyboardEvent;
      const [element] = event.composedPath();
      if (event.type === 'keydown' && key !== 'Enter') return;
      if (event.type === 'click' && !(element as Element).closest('button, [type=submit]')) return;
      (window as unknown as { noteSending(what: string): void }).noteSending(event.type);
    };
    for (const type of ['click', 'submit', 'keydown']) window.addEventListener(type, note, true);
  });
  page.on('request', (request) => {
    if (request.method() !== 'GET') noted.push(`${request.method()} ${request.url()}`);
  });
  return noted;
}

/** Scrolls what a page shows to the end, as consoles do of themselves. */
export async function scrollToEnd(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    // Frames of others, the panel among them, are none of the page's.
    if (!/^(https|about):/.test(frame.url())) continue;
    await frame.evaluate(() => {
      const scroll = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot !== null) scroll(element.shadowRoot);
          if (/auto|scroll/.test(getComputedStyle(element).overflowY)) element.scrollTop = 1e6;
        }
      };
      scroll(document);
    });
  }
}
