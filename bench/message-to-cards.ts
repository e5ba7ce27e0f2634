// From the change in the console's page to the cards on screen, in a real browser.
//   node bench/message-to-cards.ts [--samples 100] [--json FILE]
import type { Page } from 'playwright-core';
import { select } from '../tests/support/desk-page.ts';
import { askBrain, openBrainPage } from '../tests/support/load-samples.ts';
import { panelOf } from '../tests/support/panel.ts';
import { openBenchDesk, pause, within } from './bench-desk.ts';
import { type Figure, reportFigures, sampleCount, single, spread } from './figures.ts';
import { hostileMessages } from './hostile-messages.ts';
import { importBases, trained } from './import-bases.ts';
import { makeLargeBase } from './large-base.ts';
import { clockSkewMs, setUpStopwatch, timeAnswer } from './stopwatch.ts';

const aimMs = 50;
const warmUp = 10;
const samples = sampleCount(100);
/** A page's text is clipped there. */
const longestRead = 20_000;
const conversation = 'c-tom';
const trainedWithinMs = 120_000;
const notes: string[] = [];
const figures: Figure[] = [];
let browser = '';

for (const size of [1_000, 10_000]) figures.push(...(await measure(size)));
reportFigures({ bench: 'message-to-cards', browser, figures, notes });

async function measure(size: number): Promise<Figure[]> {
  const desk = await openBenchDesk({ samples: 'none' });
  try {
    browser = desk.version;
    const brain = await openBrainPage(desk.context, desk.extensionId);
    await askBrain(brain, 'settings.change', { language: 'en' });
    const page = await desk.open();
    const { frame } = await panelOf(page);
    await select(page, conversation);
    await setUpStopwatch(frame);
    const skewMs = await clockSkewMs(page, frame);

    const bases = (['en', 'zh'] as const).map((language) => makeLargeBase(language, size / 2));
    let asked = 0;
    const timeNext = () => {
      const { text } = bases[asked % 2]?.ask(asked) ?? { text: '' };
      return time(text);
    };
    const time = async (text: string) => {
      await endBurst(page);
      asked++;
      const answer = await within(60_000, 'A card', timeAnswer(page, frame, conversation, text));
      const saidAt = answer.saidAt + skewMs;
      return {
        total: answer.paintedAt - saidAt,
        reader: answer.askedAt - saidAt,
        brain: answer.answeredAt - answer.askedAt,
        paint: answer.paintedAt - answer.answeredAt,
        cards: answer.cards,
      };
    };

    const startedAt = performance.now();
    await importBases(
      brain,
      bases.map(({ content }) => content),
    );
    const importMs = performance.now() - startedAt;
    const untilTrained = trained(brain);
    let training = true;
    untilTrained.then(
      () => {
        training = false;
      },
      () => {},
    );
    const first = await timeNext();
    const meanwhile: number[] = [];
    while (training && performance.now() - startedAt < trainedWithinMs) {
      meanwhile.push((await timeNext()).total);
    }
    await within(trainedWithinMs, 'The training', untilTrained);
    const trainedMs = performance.now() - startedAt;

    for (let at = 0; at < warmUp; at++) await timeNext();
    const timed = [];
    for (let at = 0; at < samples; at++) timed.push(await timeNext());

    const hostile: number[] = [];
    for (const text of hostileMessages) {
      // As the panel hears it: spaces folded, the rest cut off; and each time another message.
      const heard = `${asked} ${text.replace(/\s+/g, ' ')}`.slice(0, longestRead).trim();
      hostile.push((await time(heard)).total);
    }

    const named = (what: string) => `${what}, ${size.toLocaleString('en')} entries`;
    const withCards = timed.filter(({ cards }) => cards > 0).length;
    if (withCards < samples)
      notes.push(`${samples - withCards} of ${named('the answers')}: no card.`);
    return [
      spread(
        named('message → cards'),
        'ms',
        timed.map(({ total }) => total),
        aimMs,
      ),
      spread(
        '  page → question heard',
        'ms',
        timed.map(({ reader }) => reader),
      ),
      spread(
        '  brain, there and back',
        'ms',
        timed.map(({ brain }) => brain),
      ),
      spread(
        '  answer → painted',
        'ms',
        timed.map(({ paint }) => paint),
      ),
      single(
        named('slowest of eight hostile messages → cards'),
        'ms',
        Math.max(...hostile),
        1,
        300,
      ),
      single(named('import of both files'), 'ms', importMs, 1),
      single(named('first answer after it'), 'ms', first.total, 1),
      ...(meanwhile.length > 0
        ? [spread(named('message → cards while it trains'), 'ms', meanwhile)]
        : []),
      single(named('import → trained'), 'ms', trainedMs, 1),
    ];
  } finally {
    await desk.close();
  }
}

/** An agent's answer ends the burst, so that the next message is a question of its own. */
async function endBurst(page: Page): Promise<void> {
  await page.evaluate(() => window.desk.flood(2));
  // Customers do not write at the rhythm of the screen.
  await pause(250 + Math.random() * 50);
}
