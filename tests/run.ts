// `npm test`: everything a change must pass, in the order in which mistakes are found soonest.
// The last line is "N passed, N failed", with ", N skipped" where something could not be tried here.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser, howToGetChromium } from './support/find-browser.ts';

const reportFile = '.output/tests/report.json';
const only = process.argv.slice(2);

type Step = { readonly name: string; readonly command: readonly string[] };

const checks: readonly Step[] = [
  { name: 'generated types', command: ['wxt', 'prepare'] },
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the pure folders', command: ['tsc', '--noEmit', '-p', 'lib/tsconfig.json'] },
  { name: 'nothing unused', command: ['knip'] },
  { name: 'Chrome build', command: ['wxt', 'build'] },
  { name: 'Firefox build', command: ['wxt', 'build', '-b', 'firefox'] },
  { name: 'demonstration build', command: ['wxt', 'build', '--mode', 'demo'] },
  {
    name: 'Firefox demonstration build',
    command: ['wxt', 'build', '-b', 'firefox', '--mode', 'demo'],
  },
];

let passed = 0;
let failed = 0;
let skipped = 0;

if (only.length === 0 || only.includes('checks')) {
  for (const { name, command } of checks) count(run(name, command));
}
if (only.length === 0 || only.includes('vitest')) runVitest([]);
// The same tests with thousands of random cases instead of hundreds: `npm run test:long`.
if (only.includes('long')) {
  process.env.CUECARD_LONG = '1';
  runVitest(['--project', 'pure', '--project', 'unit', '--testTimeout', '600000']);
  // Every hostile string on every screen, and fifty killed browsers.
  count(run('demonstration build', ['wxt', 'build', '--mode', 'demo']));
  runVitest([
    '--project',
    'e2e',
    'tests/e2e/killed-browser.test.ts',
    'tests/e2e/hostile-strings.test.ts',
    'tests/e2e/hostile-studio.test.ts',
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
  const green = run('tests', [
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

function run(name: string, [tool, ...args]: readonly string[]): boolean {
  console.log(`\n— ${name}`);
  const { status } = spawnSync('npx', ['--no-install', tool ?? '', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error(`✗ ${name}`);
  return status === 0;
}
