import type { BrowserContext, Frame, Page } from 'playwright-core';

/** What must stay empty while hostile strings are shown: dialogs, and addresses of other hosts. */
export function watchHarm(context: BrowserContext): string[] {
  const harm: string[] = [];
  context.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const own = ['chrome-extension:', 'data:', 'blob:', 'about:'].includes(protocol);
    if (!own && hostname !== '127.0.0.1' && hostname !== 'localhost') harm.push(request.url());
  });
  return harm;
}

/** How many nodes of a face could run something or fetch something. */
export function activeNodes(face: Frame | Page): Promise<number> {
  return face.evaluate(() => {
    const active = 'script, iframe, frame, object, embed, form, base, meta[http-equiv], img, video';
    const all = [...document.querySelectorAll('*')];
    return all.filter(
      (node) =>
        node.matches(active) ||
        [...node.attributes].some(
          ({ name, value }) =>
            /^on/i.test(name) ||
            (/^(href|src|srcdoc|action|formaction|data|xlink:href)$/i.test(name) &&
              /^\s*(javascript|vbscript|data):/i.test(value)),
        ),
    ).length;
  });
}

/** Whether one of the payloads has run: the collected ones set one of these. */
export const hasRun = (face: Frame | Page) =>
  face.evaluate(() => '__xss' in window || 'xss' in window);
