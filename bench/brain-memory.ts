import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Heap = { readonly usedSize: number; readonly backingStorageSize?: number };
type Target = { readonly url: string; readonly webSocketDebuggerUrl: string };

/** What the brain's heap and its arrays hold, in bytes, after a garbage collection. */
export async function brainMemory(profile: string): Promise<number> {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
  const brain = targets.find(({ url }) => url.endsWith('/brain.js'));
  if (brain === undefined) throw new Error('There is no brain');
  const socket = new WebSocket(brain.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  let id = 0;
  const send = (method: string) =>
    new Promise<unknown>((resolve) => {
      const own = ++id;
      socket.addEventListener('message', function hear({ data }) {
        const message = JSON.parse(String(data)) as { id?: number; result?: unknown };
        if (message.id !== own) return;
        socket.removeEventListener('message', hear);
        resolve(message.result);
      });
      socket.send(JSON.stringify({ id: own, method }));
    });
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await send('Runtime.getHeapUsage')) as Heap;
  socket.close();
  return usedSize + backingStorageSize;
}
