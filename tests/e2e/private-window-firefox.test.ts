import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';
import { firefoxPanelOf } from '../support/firefox-panel';
import {
  firefoxExtension,
  type LaunchedFirefox,
  launchFirefox,
  whyNoFirefox,
} from '../support/launch-firefox';

const why = whyNoFirefox(firefoxExtension);
const question = 'the light on my fibre box turned red this morning';

describe.skipIf(why !== undefined)(`in a private Firefox${why ? ` (${why})` : ''}`, () => {
  let server: ServedConsole;
  let firefox: LaunchedFirefox;
  beforeEach(async () => {
    server = await serveConsole(await buildConsole());
    firefox = await launchFirefox(firefoxExtension, { isPrivate: true });
  });
  afterEach(async () => {
    await firefox?.close();
    await server?.close();
  });

  it('the panel says that nothing is kept, takes answers all the same, and inserts', async () => {
    const page = await firefox.open(`${server.origin}/?story=off`);
    const panel = await firefoxPanelOf(page);
    await panel.shows('Nothing is kept in this window.');
    await panel.shows('Answers come to you');
    await panel.click('Harbour Broadband');
    await panel.shows('Imported Harbour Broadband');
    await page.evaluate((question) => {
      window.desk.select('c-maria');
      window.desk.customerSays('c-maria', question);
    }, question);
    await panel.answered(question);
    expect((await panel.titles())[0]).toMatch(/red light/i);
    await panel.click('Insert');
    await panel.status('inserted');
    expect(await page.evaluate(() => window.desk.composerText())).toContain('Maria');
  });
});
