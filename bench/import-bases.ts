import type { Page } from 'playwright-core';

type TrainedWindow = { benchTrained: Promise<void> };

/** Imports as the panel does, one file after the other. */
export async function importBases(brain: Page, files: readonly string[]): Promise<void> {
  await brain.evaluate((files) => {
    const { port } = new SharedWorker('/brain.js', { name: 'cuecard-brain' });
    return new Promise<void>((resolve, reject) => {
      const importNext = (id: number) =>
        port.postMessage({
          id,
          call: 'knowledge.import',
          params: { fileName: `${id}.json`, content: files[id] },
        });
      let finish = () => {};
      const world = window as unknown as TrainedWindow;
      world.benchTrained = new Promise<void>((done) => {
        finish = done;
      });
      let done = 0;
      port.onmessage = ({ data }) => {
        // The brain tells of the last import before it answers the call, and of the training after.
        if (data?.news?.news === 'knowledge.changed') {
          if (done === files.length) finish();
          return;
        }
        if (data?.id !== done) return;
        if (!data.ok || data.result.outcome !== 'imported') {
          reject(new Error(`The import failed: ${JSON.stringify(data).slice(0, 300)}`));
          return;
        }
        done++;
        if (done < files.length) importNext(done);
        else resolve();
      };
      importNext(0);
    });
  }, files);
}

/** Resolves when the brain has learnt what `importBases` brought it from this page. */
export const trained = (brain: Page) =>
  brain.evaluate(() => (window as unknown as TrainedWindow).benchTrained);
