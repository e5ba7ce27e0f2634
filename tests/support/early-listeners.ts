import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';

declare global {
  interface Window {
    /** What a page with early listeners has heard: the event, and its key or letters. */
    early: string[];
  }
}

/**
 * The sample console on a page whose very first script listens to all that is typed, at the window and
 * before anything else, and lets nobody after it hear of it.
 */
export async function serveEarlyListeners(): Promise<ServedConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-early-'));
  cpSync(await buildConsole(), folder, { recursive: true });
  const file = join(folder, 'index.html');
  const script = `<script>(${listenEarly.toString()})()</script>`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('<head>', () => `<head>${script}`),
  );
  return serveConsole(folder);
}

/** How an editor's frame comes by its document. Of one that is written into later the page hears late. */
export const framedEditors = ['srcdoc', 'src', 'written'] as const;

/**
 * A page of a console that no recipe knows, with its editor in a frame: both of its documents listen
 * so early, and let nobody after them hear of a key. The one that is written into only holds an editor:
 * the page puts its document there after all listeners of before have been thrown out.
 */
export function serveFramedEditor(by: (typeof framedEditors)[number]): Promise<ServedConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-framed-'));
  const page = readFileSync('tests/fixtures/unknown-consoles/editor-in-frame/page.html', 'utf8');
  const script = `<script>(${listenEarly.toString()})()</script>`;
  const plain = '<!doctype html><body contenteditable=true><p><br></p></body>';
  const editor = plain.replace('<body', () => `${script}<body`);
  const frame = {
    srcdoc: `srcdoc="${editor.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    src: 'src="/editor.html"></iframe>',
    written: `></iframe><script>(${writeLater.toString()})(${JSON.stringify(plain)})</script>`,
  }[by];
  const listening = page
    .replace('<meta charset="utf-8">', (head) => head + script)
    .replace(/srcdoc="[^"]*"><\/iframe>/, () => frame);
  writeFileSync(join(folder, 'index.html'), listening);
  writeFileSync(join(folder, 'editor.html'), editor);
  return serveConsole(folder);
}

/** As CKEditor 4 does, once the page has loaded. */
function writeLater(html: string) {
  window.addEventListener('load', () => {
    const inside = document.querySelector('iframe')?.contentDocument;
    inside?.open();
    inside?.write(html);
    inside?.close();
  });
}

function listenEarly() {
  window.early = [];
  for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'] as const) {
    window.addEventListener(
      name,
      (event) => {
        const { code, data } = event as Partial<KeyboardEvent> & Partial<InputEvent>;
        window.early.push(`${name} ${code ?? data ?? ''}`);
        // Of what is written the console's own editor is to hear, or nobody could write there.
        if (name.startsWith('key')) event.stopImmediatePropagation();
      },
      true,
    );
  }
}
