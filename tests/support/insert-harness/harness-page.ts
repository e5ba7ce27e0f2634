import type { InsertOutcome, InsertRequest } from '../../../lib/protocol/console-messages';
import type { TestEditor } from '../editors/test-editor';

declare const window: {
  readonly editor: TestEditor;
  sent: number;
};

export type Done = { readonly outcome: InsertOutcome; readonly read: string };

/** What a browser's driver does by hand. */
export type Driver = {
  /** Runs a function of the page in the page. */
  run<Argument, Result>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  click(x: number, y: number): Promise<void>;
  /** A key, with Control held where it is named so: `Control+z`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
};

/** One editor's page, with the harness in it. */
export type HarnessPage = {
  model(): Promise<string>;
  /** The editor's own output; empty where it has none. */
  html(): Promise<string>;
  /** Whether the model comes to hold the text, give or take no-break spaces, within the time. */
  hasModel(text: string, withinMs: number): Promise<boolean>;
  setDraft(text: string): Promise<void>;
  /** Clicks into the composer and puts the caret so many characters before the draft's end. */
  putCaret(beforeEnd: number): Promise<void>;
  /** A click in the panel's frame, which takes the focus from the page as the real one does. */
  clickPanel(): Promise<void>;
  insert(text: string, change?: Partial<InsertRequest>): Promise<Done>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  hasFocusInComposer(): Promise<boolean>;
  sent(): Promise<number>;
};

export function harnessPageOf({ run, click, press, type }: Driver): HarnessPage {
  return {
    press,
    type,
    model: () => run(() => window.editor.model(), undefined),
    html: () => run(() => window.editor.html?.() ?? '', undefined),
    hasModel: (text, withinMs) => run(awaitModel, { text, withinMs }),
    setDraft: (text) => run(setDrawnDraft, text),
    async putCaret(beforeEnd) {
      const { x, y } = await run(placeInComposer, undefined);
      await click(x, y);
      await run(selectionSettles, undefined);
      await press('Control+End');
      await run(selectionSettles, undefined);
      for (let at = 0; at < beforeEnd; at++) {
        await press('ArrowLeft');
        await run(selectionSettles, undefined);
      }
    },
    async clickPanel() {
      const { x, y } = await run(() => {
        const box = document.querySelector('#panel')?.getBoundingClientRect();
        return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
      }, undefined);
      await click(x, y);
    },
    insert: (text, change = {}) =>
      run(insertInPage, {
        type: 'insert.request' as const,
        requestId: crypto.randomUUID(),
        conversationKey: 'one',
        text,
        mode: 'caret' as const,
        allowNote: false,
        ...change,
      }),
    hasFocusInComposer: () =>
      run(() => {
        const active = document.activeElement;
        return document.querySelector('[data-composer]')?.contains(active) === true;
      }, undefined),
    sent: () => run(() => window.sent, undefined),
  };
}

/** Once its editor and the content script are there. */
export const readySelector = 'html[data-harness="ready"] body[data-ready="yes"]';

function placeInComposer(): { x: number; y: number } {
  const composer = document.querySelector('[data-composer]');
  composer?.scrollIntoView({ block: 'nearest' });
  const box = composer?.getBoundingClientRect();
  return { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + Math.min(20, (box?.height ?? 0) / 2) };
}

/** Frameworks that draw late would take the caret along that a click has put into the old draft. */
async function setDrawnDraft(draft: string): Promise<void> {
  await window.editor.setDraft(draft);
  for (let frames = 0; frames < 2; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
  }
}

/** Nobody moves the caret and clicks elsewhere within the time that editors take to notice. */
function selectionSettles(): Promise<void> {
  const quietMs = 120;
  let changedAt = performance.now();
  const note = () => {
    changedAt = performance.now();
  };
  document.addEventListener('selectionchange', note);
  return new Promise((done) => {
    const look = () => {
      if (performance.now() - changedAt < quietMs) return void setTimeout(look, 10);
      document.removeEventListener('selectionchange', note);
      done();
    };
    look();
  });
}

function awaitModel(wanted: { text: string; withinMs: number }): Promise<boolean> {
  const until = performance.now() + wanted.withinMs;
  return new Promise((done) => {
    const look = () => {
      const has = window.editor.model().replaceAll('\u00a0', ' ') === wanted.text;
      if (has || performance.now() > until) done(has);
      else setTimeout(look, 10);
    };
    look();
  });
}

/** Hands the request to the content script's world as text. */
function insertInPage(request: InsertRequest): Promise<Done> {
  return new Promise((done) => {
    document.addEventListener(
      `harness-done-${request.requestId}`,
      (event) => done(JSON.parse((event as CustomEvent<string>).detail)),
      { once: true },
    );
    const detail = JSON.stringify(request);
    document.dispatchEvent(new CustomEvent('harness-insert', { detail }));
  });
}
