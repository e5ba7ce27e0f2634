// `npm test`: everything a change must pass, in the order in which mistakes are found soonest.
// The last line is "N passed, N failed", with ", N skipped" where something could not be tried here.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser, howToGetChromium } from './support/find-browser.ts';

const reportFile = '.output/tests/report.json';
const only = process.argv.slice(2);
const shell = { shell: process.platform === 'win32' };

type Step = { readonly name: string; readonly command: readonly string[] };

const types: Step = { name: 'generated types', command: ['wxt', 'prepare'] };
const demoBuild: Step = {
  name: 'demonstration build',
  command: ['wxt', 'build', '--mode', 'demo'],
};

/** Side by side, one for each core of a small machine. Those of one lane follow one another. */
const lanes: readonly (readonly Step[])[] = [
  [
    { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
    { name: 'nothing unused', command: ['knip'] },
    { name: 'Chrome build', command: ['wxt', 'build'] },
    { name: 'Firefox build', command: ['wxt', 'build', '-b', 'firefox'] },
    demoBuild,
    {
      name: 'Firefox demonstration build',
      command: ['wxt', 'build', '-b', 'firefox', '--mode', 'demo'],
    },
  ],
  [
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'types of the pure folders', command: ['tsc', '--noEmit', '-p', 'lib/tsconfig.json'] },
  ],
];

let passed = 0;
let failed = 0;
let skipped = 0;

if (only.length === 0 || only.includes('checks')) {
  count(await check(types));
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) count(await check(step));
    }),
  );
}
if (only.length === 0 || only.includes('vitest')) runVitest([]);
// The same tests with thousands of random cases instead of hundreds: `npm run test:long`.
if (only.includes('long')) {
  process.env.CUECARD_LONG = '1';
  runVitest(['--project', 'pure', '--project', 'unit', '--testTimeout', '600000']);
  // Every hostile string on every screen, fifty killed browsers, every editor and console by the panel.
  count(await check(demoBuild));
  runVitest([
    '--project',
    'e2e',
    'tests/e2e/killed-browser.test.ts',
    'tests/e2e/hostile-strings.test.ts',
    'tests/e2e/hostile-studio.test.ts',
    'tests/e2e/editors-by-panel.test.ts',
    'tests/e2e/console-gallery.test.ts',
    'tests/e2e/insert-editors.test.ts',
    'tests/e2e/insert-editors-firefox.test.ts',
  ]);
}

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function runVitest(extra: readonly string[]) {
  const browser = findOrInstallBrowser();
  if (!browser) {
    console.error(howToGetChromium);
    if (process.env.CI) count(false);
  }
  rmSync(reportFile, { force: true });
  mkdirSync('.output/tests', { recursive: true });
  const green = runHere('tests', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...extra,
  ]);
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests + report.numTodoTests;
    // A file that does not even load has no failed tests, but fails the run.
    if (!green && report.numFailedTests === 0) failed++;
  } catch {
    count(false);
  }
}

function count(ok: boolean) {
  if (ok) passed++;
  else failed++;
}

/** What it says is kept until it has ended: another one may be speaking. */
async function check({ name, command }: Step): Promise<boolean> {
  const child = spawn(...npx(command), { ...shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (some: Buffer) => said.push(some));
  }
  const [status] = await once(child, 'close');
  console.log(`\n— ${name}`);
  process.stdout.write(Buffer.concat(said));
  return judge(name, status);
}

function runHere(name: string, command: readonly string[]): boolean {
  console.log(`\n— ${name}`);
  return judge(name, spawnSync(...npx(command), { ...shell, stdio: 'inherit' }).status);
}

function npx(command: readonly string[]): [string, readonly string[]] {
  return ['npx', ['--no-install', ...command]];
}

function judge(name: string, status: number | null): boolean {
  if (status !== 0) console.error(`✗ ${name}`);
  return status === 0;
}
