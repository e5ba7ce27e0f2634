export type Content = { readonly text: string; readonly html?: string };

/**
 * Puts a content into the transfer of a synthetic event. Firefox shows the page only what was put in
 * by the page's own principal (Bugzilla 1654724), so there the page's `setData` is called, past the
 * wrapper that stands before it. No other browser has such wrappers. What a page can do in its
 * `setData` is to see a text that it is about to be given.
 */
export function fillTransfer(transfer: DataTransfer, content: Content): DataTransfer {
  const { wrappedJSObject } = transfer as { readonly wrappedJSObject?: DataTransfer };
  const filled = wrappedJSObject ?? transfer;
  filled.setData('text/plain', content.text);
  if (content.html !== undefined) filled.setData('text/html', content.html);
  return transfer;
}
