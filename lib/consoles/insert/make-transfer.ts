type View = Window & typeof globalThis;

/**
 * A transfer for a synthetic event, of the composer's own document: editors refuse another frame's.
 * Firefox shows the page only what was put in by the page's principal (Bugzilla 1654724), so there
 * the page's own `setData` is called, past the wrapper that stands before it. No other browser has
 * such wrappers. What a page could do in its `setData` is to see a text that it is about to be given.
 */
export function makeTransfer(
  view: View,
  content: { readonly text: string; readonly html?: string },
): DataTransfer {
  const transfer = new view.DataTransfer();
  const { wrappedJSObject } = transfer as { readonly wrappedJSObject?: DataTransfer };
  const filled = wrappedJSObject ?? transfer;
  filled.setData('text/plain', content.text);
  if (content.html !== undefined) filled.setData('text/html', content.html);
  return transfer;
}
