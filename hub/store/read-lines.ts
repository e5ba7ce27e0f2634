import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/** The lines of a file that was exported, compressed or not. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const isPacked = buffer[0] === 0x1f && buffer[1] === 0x8b;
  const read = createReadStream(file);
  const plain = isPacked ? read.pipe(createGunzip()) : read;
  read.once('error', (error) => plain.destroy(error));
  plain.setEncoding('utf8');
  let rest = '';
  // By hand: Node's own reader of lines also ends them at U+2028, which an answer may hold.
  for await (const some of plain) {
    const lines = `${rest}${some}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
