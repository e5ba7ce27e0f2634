// Pictures of every console that we have a page of, the panel reading and writing: `npm run
// console-gallery`; with names behind it (`-- zammad qiyu`) of those alone, the others kept. They are
// taken by the test that proves what they show.
import { spawnSync } from 'node:child_process';

const names = process.argv.slice(2);
const test = ['--project', 'e2e', 'tests/e2e/console-gallery.test.ts'];
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...test], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CUECARD_PICTURES: names.join(',') || 'all' },
});
process.exitCode = status ?? 1;
