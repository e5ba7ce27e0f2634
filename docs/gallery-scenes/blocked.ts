import { holdBrain } from '../../tests/support/hold-brain.ts';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';

/** Two versions at once. */
export const blocked: Scene = {
  name: 'blocked',
  words: 'An older Cuecard in another tab',
  begin: 'empty',
  screens: [
    {
      name: 'upgrade-blocked',
      words: 'It holds its database open: what to close is said',
      reach: async ({ desk, page, say }) => {
        const older = await desk.context.newPage();
        await older.goto(`chrome-extension://${desk.extensionId}/templates/cuecard-template.json`);
        const release = await holdBrain(desk);
        await page.close();
        await older.evaluate(holdOlderDatabase);
        await release();
        const blocked = await desk.open();
        const { frame } = await panelOf(blocked);
        await frame.getByText(say('An older Cuecard', '还开着旧版')).first().waitFor();
        await (await frame.frameElement()).waitForElementState('visible');
        return blocked;
      },
    },
  ],
};

/** Runs in a page of the extension: as a frozen tab with the first Cuecard in it, closes for nobody. */
function holdOlderDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const removing = indexedDB.deleteDatabase('cuecard');
    removing.onerror = () => reject(removing.error);
    removing.onsuccess = () => {
      // Version 1 of Dexie is 10 of the browser's.
      const request = indexedDB.open('cuecard', 10);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve();
      request.onupgradeneeded = () => {
        const database = request.result;
        database.createObjectStore('bases', { keyPath: 'id' });
        database.createObjectStore('chunks', { keyPath: ['base', 'at'] });
        const events = { keyPath: 'seq', autoIncrement: true };
        database.createObjectStore('events', events).createIndex('kind', 'kind');
        database.createObjectStore('settings', { keyPath: 'name' });
      };
    };
  });
}
