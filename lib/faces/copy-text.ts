/** Puts text on the clipboard. Rejects when the browser does not allow it. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
