import type { BrowserContext, Page } from 'playwright-core';

/** Opens a page of the extension from which the brain can be asked as a face asks it. */
export async function openBrainPage(context: BrowserContext, extensionId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/keeper.html`);
  return page;
}

/** One call over the brain's own protocol, from an extension page. */
export function askBrain(page: Page, call: string, params: unknown): Promise<unknown> {
  return page.evaluate(
    ([call, params]) =>
      new Promise((resolve, reject) => {
        const { port } = new SharedWorker('/brain.js', { name: 'cuecard-brain' });
        port.onmessage = ({ data }) => {
          if (data?.id !== 1) return;
          port.close();
          if (data.ok) resolve(data.result);
          else reject(new Error(data.error.message));
        };
        port.postMessage({ id: 1, call, params });
      }),
    [call, params] as const,
  );
}

/** Loads the sample bases, as a person does with two clicks. */
export async function loadSamples(
  context: BrowserContext,
  extensionId: string,
  samples: readonly string[] = ['harbour-broadband', 'kapok-mall'],
): Promise<void> {
  const page = await openBrainPage(context, extensionId);
  for (const sample of samples) await askBrain(page, 'knowledge.load-sample', { sample });
  await page.close();
}
