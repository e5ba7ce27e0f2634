// A process that commits to the embedded engine, and writes down when it is told that it is kept.
import { appendFileSync, mkdirSync } from 'node:fs';
import { openPglite } from '../../../hub/store/pglite-database.ts';

const [folder = '', dump, commits, perCheckpoint] = process.argv.slice(2);
const tell = (words: string) => appendFileSync(process.env.CUECARD_SYNC_LOG ?? '', `${words}\n`);
// There already, or all that the dump brings would be written out first.
mkdirSync(folder);
const database = await openPglite(folder, dump, Number(perCheckpoint));
await database.run('create table kept (number int)');
for (let at = 1; at <= Number(commits); at++) {
  tell(`asked ${at}`);
  await database.run('insert into kept values ($1)', [at]);
  tell(`acknowledged ${at}`);
}
// Not closed, which would take one more checkpoint.
process.exit(0);
