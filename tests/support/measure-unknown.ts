import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { buildChatKits } from './chat-kits/build.ts';
import { kitConversations } from './chat-kits/kit-conversation.ts';
import { findBrowser } from './find-browser.ts';
import type { UnknownReading } from './generic-harness/page.ts';

type Expected = {
  readonly shape: string;
  readonly address: string;
  readonly recognised: boolean;
  readonly composer?: string;
  readonly customerName?: string;
  readonly rows?: readonly { readonly role: string; readonly text: string }[];
};

export type Measured = {
  readonly name: string;
  readonly shape: string;
  readonly isConsole: boolean;
  readonly isRead: boolean;
  readonly composer: boolean;
  readonly customerName: boolean;
  readonly rows: number;
  readonly rightRows: number;
  /** Of those the ones that hold the written words and nothing else. */
  readonly exactRows: number;
  /** Messages of a customer or an agent that are none. */
  readonly madeUp: number;
  readonly inOrder: boolean;
  readonly sure: UnknownReading['sure'];
  readonly tookMs: number;
  readonly reading: UnknownReading;
};

const folder = join(import.meta.dirname, '../fixtures/unknown-consoles');

/** Reads every page of tests/fixtures/unknown-consoles in one Chromium. */
export async function measureUnknown(only = ''): Promise<Measured[]> {
  const names = readdirSync(folder).filter((name) => name.includes(only));
  return withUnknown(names.sort(), measure);
}

/** Each chat kit from npm twice: in English with avatars and names, in Chinese without. */
const kits: readonly { readonly kit: string; readonly composer: string }[] = [
  { kit: 'chatscope', composer: '.cs-message-input__content-editor' },
  { kit: 'vue-advanced-chat', composer: 'vue-advanced-chat >>> #roomTextarea' },
  { kit: 'react-chat-elements', composer: 'textarea.rce-input-textarea' },
  { kit: 'deep-chat', composer: 'deep-chat >>> #text-input' },
];

/** Reads pages made of chat kits that others wrote, as the kits' own readmes put them together. */
export async function measureKits(only = ''): Promise<Measured[]> {
  const folder = await buildChatKits();
  const pages = kits.flatMap(({ kit, composer }) =>
    (['en', 'zh'] as const).map((language) => ({ kit, composer, language })),
  );
  return withReader(async (page, putReaderIn) => {
    const measured: Measured[] = [];
    await page.route('https://kits.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) });
    });
    for (const { kit, composer, language } of pages) {
      const name = `${kit} ${language}`;
      if (!name.includes(only)) continue;
      const address = `https://kits.example/?kit=${kit}&language=${language}`;
      await page.goto(address);
      await page.waitForSelector('body[data-ready=yes]');
      const { customer, rows } = kitConversations[language];
      await page
        .getByText(rows.at(-1)?.text ?? '')
        .last()
        .waitFor();
      await putReaderIn();
      const expected = {
        shape: kit,
        address,
        recognised: true,
        composer,
        customerName: customer,
        rows,
      };
      measured.push(await measure(name, expected, page));
    }
    return measured;
  });
}

async function measure(name: string, expected: Expected, page: Page): Promise<Measured> {
  const wanted = expected.composer;
  const reading = await page.evaluate(
    (wanted) =>
      (window as unknown as { readUnknown(wanted?: string): UnknownReading }).readUnknown(wanted),
    wanted,
  );
  return compare(name, expected, reading);
}

/** Opens each page at its address, the reader in it, and gives what `use` makes of them. */
export async function withUnknown<Result>(
  names: readonly string[],
  use: (name: string, expected: Expected, page: Page) => Promise<Result>,
): Promise<Result[]> {
  return withReader(async (page, putReaderIn) => {
    const results: Result[] = [];
    for (const name of names) {
      const expected = JSON.parse(
        readFileSync(join(folder, name, 'expected.json'), 'utf8'),
      ) as Expected;
      const body = readFileSync(join(folder, name, 'page.html'));
      await page.unrouteAll();
      await page.route('https://*.example/**', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
      );
      await page.goto(expected.address);
      await putReaderIn();
      results.push(await use(name, expected, page));
    }
    return results;
  });
}

async function withReader<Result>(
  use: (page: Page, putReaderIn: () => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium');
  const script = await bundle();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await use(page, () => page.evaluate(script));
  } finally {
    await browser.close();
  }
}

function compare(name: string, expected: Expected, reading: UnknownReading): Measured {
  const messages = reading.conversation?.messages ?? [];
  const rows = expected.rows ?? [];
  const places = rows.map(({ role, text }) =>
    messages.findIndex((message) => message.text.includes(text) && message.role === role),
  );
  const known = (text: string) => rows.some((row) => text.includes(row.text));
  const found = places.filter((place) => place >= 0);
  return {
    name,
    shape: expected.shape,
    isConsole: expected.recognised,
    isRead: reading.plan !== undefined,
    composer: reading.isComposer === true,
    customerName: reading.conversation?.customerName === expected.customerName,
    rows: rows.length,
    rightRows: found.length,
    exactRows: found.filter((place) => rows.some(({ text }) => text === messages[place]?.text))
      .length,
    madeUp: messages.filter(
      ({ role, text }) => (role === 'customer' || role === 'agent') && !known(text),
    ).length,
    inOrder: found.every((place, at) => at === 0 || place >= (found[at - 1] ?? 0)),
    sure: reading.sure,
    tookMs: reading.tookMs,
    reading,
  };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'generic-harness/page.ts'),
        formats: ['iife'],
        name: 'harness',
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built');
  return chunk.code;
}
