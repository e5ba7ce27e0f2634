import { type Browser, ProtocolError } from 'puppeteer-core';

type Bidi = {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
};

/**
 * Ends the extension's background page, as Firefox does with one that is idle; resolves once it has
 * ended. Firefox must have been started with `args: systemAccess`.
 */
export async function endBackground(browser: Browser): Promise<void> {
  const { connection } = browser as unknown as Bidi;
  const { contexts } = (
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  ).result as { contexts: { context: string }[] };
  const evaluated = await connection.send('script.evaluate', {
    expression: endIt,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const { type, result } = evaluated.result as { type: string; result?: { value?: unknown } };
  if (type !== 'success' || result?.value !== 'stopped') {
    throw new ProtocolError(`The background page goes on: ${JSON.stringify(evaluated.result)}`);
  }
}

/** Lets a test speak to the browser itself. */
export const systemAccess = ['-remote-allow-system-access'];

// As it runs in the browser: `terminateBackground` is what its idle timer calls.
const endIt = `(async () => {
  const { extension } = WebExtensionPolicy.getByID('cuecard@cuecard.example');
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return extension.backgroundState;
})()`;
