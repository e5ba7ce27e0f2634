import { afterAll, describe, expect } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

let desk: Desk;
const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk({ samples: 'none' });
});
afterAll(() => desk?.close());

const base = (id: string, answer: string) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id, name: `Base ${id}`, language: 'en' },
    entries: [
      {
        id: 'zebra',
        title: 'Zebra crossing permit',
        phrasings: ['how do i get a zebra crossing permit', 'zebra permit please'],
        answer,
      },
    ],
  });

describe('bringing one’s own answers', () => {
  it('works from an empty panel by the file picker, and the answer is used at once', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await panel.frame.getByText('No answers yet').waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel.frame.getByRole('button', { name: /import answers/i }).click(),
    ]);
    await chooser.setFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(base('picked', 'Fill in form 7.')),
    });
    await panel.frame
      .getByText(/Imported Base picked/)
      .first()
      .waitFor();

    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', 'where can i get a zebra crossing permit');
    await panel.answered('where can i get a zebra crossing permit');
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).toBe('Fill in form 7.');
    await page.close();
  });

  it('works by dropping a file on the panel', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await drop(panel.frame, 'dropped.json', base('dropped', 'Take form 8.'));
    await panel.frame
      .getByText(/Imported Base dropped/)
      .first()
      .waitFor();
    await page.close();
  });

  it('says which row and field of a bad file to mend, and changes nothing', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await drop(panel.frame, 'bad.json', base('dropped', ' '));
    await panel.frame
      .getByText(/Line 1: It has no answer/)
      .first()
      .waitFor();
    await panel.frame.getByRole('searchbox').fill('zebra');
    await panel.cards.filter({ hasText: 'Take form 8.' }).first().waitFor();
    await page.close();
  });
});

async function drop(
  frame: Awaited<ReturnType<typeof panelOf>>['frame'],
  name: string,
  text: string,
) {
  await frame.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
      const target = document.querySelector('main') ?? document.body;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    },
    [name, text] as const,
  );
}
