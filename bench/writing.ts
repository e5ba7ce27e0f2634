// From the wish to insert to the text in the reply box, and to its having been read back, in every
// editor of docs/editors.md. The insertion cascade alone, in a content script's world.
//   node bench/writing.ts [--samples 4] [--json FILE]
import type { InsertRequest } from '../lib/protocol/console-messages.ts';
import { buildEditors } from '../tests/support/editors/build.ts';
import type { TestEditor } from '../tests/support/editors/test-editor.ts';
import { findBrowser } from '../tests/support/find-browser.ts';
import { buildInsertHarness } from '../tests/support/insert-harness/build.ts';
import { openEditor } from '../tests/support/insert-harness/chromium-harness-page.ts';
import { editorCases, formattedAnswer } from '../tests/support/insert-harness/editor-cases.ts';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { serveFolder } from '../tests/support/serve-folder.ts';
import { reportFigures, sampleCount, single, spread } from './figures.ts';

const aims = { visible: 150, verified: 450, worst: 2_500 } as const;
const samples = sampleCount(4);
/** They double, refuse or revert what is written, so that steps fail. */
const oddEditors = ['doubling', 'locked', 'reverting'];

declare const window: { readonly editor: TestEditor };

type Written = {
  /** ms from the wish to the text in the editor's model; absent when it never came. */
  readonly visible?: number;
  /** ms from the wish to the cascade's answer. */
  readonly verified: number;
  readonly step: string;
};

const executable = findBrowser();
if (executable === undefined) throw new Error('This bench needs Chromium');
const extension = await buildInsertHarness();
const served = await serveFolder(await buildEditors());
const browser = await launchBrowser({ executable, extension, headless: true });
try {
  const plain: (Written & { readonly editor: string })[] = [];
  const hard: Written[] = [];
  for (const { editor } of editorCases) {
    for (const written of await timeEditor(editor, samples + 1)) plain.push({ ...written, editor });
    hard.push(...(await timeEditor(editor, 1, { formatted: formattedLines() })));
  }
  for (const editor of oddEditors) hard.push(...(await timeEditor(editor, 1)));
  const visible = plain.flatMap(({ visible }) => visible ?? []);
  const latest = [...plain].sort((one, other) => (other.visible ?? 0) - (one.visible ?? 0));
  const lateEditors = [...new Set(latest.slice(0, 8).map(({ editor }) => editor))];
  const slowest = [...plain].sort((one, other) => other.verified - one.verified)[0];
  reportFigures({
    bench: 'writing',
    browser: `Chromium ${browser.context.browser()?.version() ?? ''}`,
    figures: [
      spread('wish → text in the editor', 'ms', visible, aims.visible),
      spread(
        'wish → text read back, the first step works',
        'ms',
        plain.map(({ verified }) => verified),
        aims.verified,
      ),
      single(
        'the longest of all, where steps fail and are undone',
        'ms',
        Math.max(...hard.map(({ verified }) => verified)),
        hard.length,
        aims.worst,
      ),
    ],
    notes: [
      `${editorCases.length} editors, ${samples} times each after one to warm up, after the panel took the focus; by the cascade alone, without the panel’s messages.`,
      `The text is seen latest in: ${lateEditors.join(', ')}.`,
      `The slowest first step: ${slowest?.editor}, ${slowest?.step}, ${Math.round(slowest?.verified ?? 0)} ms.`,
      'The longest is over a formatted answer in every editor, and editors that double, refuse or revert it.',
    ],
  });
} finally {
  await browser.close();
  await served.close();
}

function formattedLines() {
  return formattedAnswer.formatted.map(({ listed, runs }) => ({ listed, runs: [...runs] }));
}

async function timeEditor(
  editor: string,
  times: number,
  change: Partial<InsertRequest> = {},
): Promise<Written[]> {
  const at = await openEditor(browser.context, served.origin, editor);
  const all: Written[] = [];
  for (let time = 0; time < times; time++) {
    await at.setDraft('');
    await at.clickPanel();
    const request = {
      type: 'insert.request',
      requestId: crypto.randomUUID(),
      conversationKey: 'one',
      text: formattedAnswer.text.split('\n')[0] ?? '',
      mode: 'caret',
      allowNote: false,
      ...change,
    } as const;
    all.push(await at.page.evaluate(timeInPage, request));
  }
  await at.page.close();
  return times > 1 ? all.slice(1) : all;
}

function timeInPage(request: InsertRequest): Promise<Written> {
  const squeezed = (text: string) => text.replace(/\s/g, '');
  const wanted = squeezed(request.text);
  const startedAt = performance.now();
  let visible: number | undefined;
  return new Promise((done) => {
    let isDone = false;
    const look = () => {
      if (visible !== undefined || isDone) return;
      if (squeezed(window.editor.model()) === wanted) visible = performance.now() - startedAt;
      else setTimeout(look, 4);
    };
    document.addEventListener(
      `harness-done-${request.requestId}`,
      (event) => {
        look();
        isDone = true;
        const { outcome } = JSON.parse((event as CustomEvent<string>).detail) as {
          outcome: { step?: string; outcome: string };
        };
        done({
          ...(visible === undefined ? {} : { visible }),
          verified: performance.now() - startedAt,
          step: outcome.step ?? outcome.outcome,
        });
      },
      { once: true },
    );
    document.dispatchEvent(new CustomEvent('harness-insert', { detail: JSON.stringify(request) }));
    look();
  });
}
