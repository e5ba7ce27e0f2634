import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from './services/secrets.ts';

/** What whoever runs the hub reads its metrics with: given, or made once and kept in the folder. */
export function operatorToken(folder: string, given: string | undefined): string {
  if (given !== undefined && given !== '') return given;
  const file = join(folder, 'metrics-token');
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600, flush: true });
  return readFileSync(file, 'utf8').trim();
}
