import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, demoExtension, openDesk } from '../tests/support/open-desk.ts';

export type BenchDesk = Desk & {
  /** Such as `Chromium 140.0.1.2`. */
  readonly version: string;
};

type Options = Pick<NonNullable<Parameters<typeof openDesk>[0]>, 'samples' | 'profile'> & {
  /** A copy of the build that is there already: another folder would be another extension. */
  readonly copy?: string;
  /** Changes the copy of the extension before the browser starts. */
  readonly prepare?: (extension: string) => void;
};

/**
 * The desk with a copy of the demonstration build, so that a build made meanwhile changes nothing,
 * and a bench may add to it.
 */
export async function openBenchDesk(options: Options = {}): Promise<BenchDesk> {
  const { prepare, copy, ...launch } = options;
  const { extension, removeCopy } =
    copy === undefined ? copyExtension() : { extension: copy, removeCopy: () => {} };
  prepare?.(extension);
  try {
    const desk = await openDesk({ ...launch, extension });
    return {
      ...desk,
      version: await versionOf(desk),
      async close() {
        await desk.close();
        removeCopy();
      },
    };
  } catch (error) {
    removeCopy();
    throw error;
  }
}

/** A copy of the demonstration build. */
export function copyExtension() {
  if (!existsSync(demoExtension)) throw new Error('Run `npm run build:demo` first');
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-bench-'));
  const extension = join(folder, 'extension');
  cpSync(demoExtension, extension, { recursive: true });
  const removeCopy = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return { extension, removeCopy };
}

async function versionOf({ context }: Desk): Promise<string> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product.replace(/^\w+\//, 'Chromium ');
}

/** For the pauses between one customer's message and the next. */
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Rejects when the work is not done in time: a bench ends, whatever the page does. */
export async function within<Result>(ms: number, what: string, work: Promise<Result>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done within ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
