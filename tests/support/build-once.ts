import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Builds a folder unless it was built from the same sources before: many test files, each in a
 * process of its own, want the same pages.
 * @param folder what `build` writes
 * @param sources files and folders that the outcome depends on; the lockfile always counts
 */
export async function buildOnce(
  folder: string,
  sources: readonly string[],
  build: () => Promise<void> | void,
): Promise<void> {
  const stamp = `${folder}.stamp`;
  const wanted = hashOf([...sources, 'package-lock.json']);
  if (existsSync(stamp) && existsSync(folder) && readFileSync(stamp, 'utf8') === wanted) return;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
