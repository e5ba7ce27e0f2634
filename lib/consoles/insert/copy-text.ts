/**
 * Puts the text on the clipboard: the last resort. Pages without HTTPS have no clipboard object,
 * and one without the focus may not use it; there a copy command carries the text.
 */
export async function copyText(text: string, page: Document): Promise<boolean> {
  try {
    await page.defaultView?.navigator.clipboard.writeText(text);
    if (page.defaultView?.navigator.clipboard !== undefined) return true;
  } catch {
    // Refused for want of focus or permission: the command below may still be allowed.
  }
  return copyByCommand(text, page);
}

function copyByCommand(text: string, page: Document): boolean {
  let carried = false;
  const carry = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    carried = event.clipboardData !== null;
  };
  page.addEventListener('copy', carry, { capture: true, once: true });
  const done = page.execCommand('copy');
  page.removeEventListener('copy', carry, { capture: true });
  return done && carried;
}
