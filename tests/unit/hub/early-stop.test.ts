import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hubFolder } from '../../support/hub/run-hub';

it('ends by itself when it is told to while it starts, as process 1 of a container must', async () => {
  const { folder, remove } = hubFolder();
  // A database that takes the call and says nothing.
  const called = Promise.withResolvers<void>();
  const mute = createServer(() => called.resolve());
  await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
  const address = mute.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const hub = spawn(process.execPath, ['hub/main.ts', '--data', join(folder, 'data')], {
    env: { ...process.env, DATABASE_URL: `postgres://hub:word@127.0.0.1:${port}/hub` },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => hub.once('exit', (code, signal) => done(signal ?? code)));
  await called.promise;
  hub.kill('SIGTERM');
  expect(await ended, 'ended by its own hand, not by the signal').toBe(143);
  mute.close();
  remove();
}, 60_000);
