import { pauseBrain } from '../../tests/support/pause-brain.ts';
import { holdBrain } from '../../tests/support/hold-brain.ts';
import { endBrain } from '../../tests/support/end-brain.ts';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';
import { redLight } from './panel-steps.ts';

/** Of the machine and the page. */
export const faults: Scene = {
  name: 'faults',
  words: 'When something fails',
  screens: [
    {
      name: 'loading',
      words: 'The answers are fetched, which as a rule takes no time that anybody sees',
      reach: async (stage) => {
        const { desk, say } = stage;
        letGo = await pauseBrain(desk);
        stage.atEnd(letGo);
        const page = await desk.open();
        const { frame } = await panelOf(page);
        await frame.getByText(say('Fetching your answers', '正在读取话术')).waitFor();
        return page;
      },
    },
    {
      name: 'restarting',
      words: 'The brain was killed, and the next one takes its time',
      reach: async (stage) => {
        const { desk, panel, page, say } = stage;
        await letGo?.();
        for (const other of desk.context.pages().slice(-1)) if (other !== page) await other.close();
        await page.bringToFront();
        await stage.ask(...redLight);
        const release = await holdBrain(desk);
        letGo = release;
        stage.atEnd(release);
        await panel.frame.getByText(say('memory is starting again', '正在重新启动')).first().waitFor();
      },
    },
    {
      name: 'damaged',
      words: 'Some of what was stored cannot be read any more',
      reach: async ({ desk, panel, sample }) => {
        await letGo?.();
        await panel.frame.locator('[data-tone="plain"]').waitFor({ state: 'detached' });
        const origin = await desk.context.newPage();
        await origin.goto(`chrome-extension://${desk.extensionId}/keeper.html`);
        await origin.evaluate(ruinRows, sample);
        await origin.close();
        await endBrain(desk);
        await panel.frame.locator('[data-tone="bad"]').waitFor();
      },
    },
    {
      name: 'repaired',
      words: 'Repaired by one click',
      reach: async ({ panel, button }) => {
        await button('Save a copy and repair', '保存副本并修复').click();
        await panel.frame.locator('[data-tone="good"]').waitFor();
      },
    },
    {
      name: 'fought',
      words: 'A page that fights the panel, which stays and says so',
      reach: async ({ desk, say }) => {
        const page = await desk.open();
        const { frame } = await panelOf(page);
        await page.evaluate(stripEveryFrame);
        await frame.getByText(say('This page keeps changing', '这个页面不断改动')).waitFor();
        return page;
      },
    },
  ],
};

let letGo: (() => Promise<void>) | undefined;

/** Runs in a page of the extension. */
function ruinRows(base: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('cuecard');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const write = request.result.transaction('chunks', 'readwrite');
      write.objectStore('chunks').put({ base, at: 9, entries: [1, 2, 3, 4] });
      write.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

/** Runs in the page. */
function stripEveryFrame(): void {
  const host = document.documentElement.lastElementChild;
  const strip = () => {
    for (const name of host?.getAttributeNames() ?? []) host?.removeAttribute(name);
    document.documentElement.removeAttribute('style');
    requestAnimationFrame(strip);
  };
  strip();
}
