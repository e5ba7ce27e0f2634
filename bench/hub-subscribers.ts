import { connect, type Socket } from 'node:net';

export type Subscribers = {
  readonly connectMs: number;
  /** By stream the time from the call to the arrival of what the work publishes. */
  arrivals(work: () => Promise<unknown>): Promise<number[]>;
  close(): void;
};

const atOnce = 200;

/** Many streams at one hub, as bare sockets: the reader must cost less than what it measures. */
export async function subscribe(
  origin: string,
  token: string,
  count: number,
): Promise<Subscribers> {
  const { hostname, port } = new URL(origin);
  const request = `GET /v1/stream HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  const startedAt = performance.now();
  const sockets: Socket[] = [];
  let onPoke = () => {};
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(request));
      sockets.push(socket);
      socket.once('error', reject);
      socket.on('data', (some) => {
        if (some.includes('data: ')) onPoke();
        else if (some.includes('HTTP/1.1 200')) resolve();
        else if (some.includes('HTTP/1.1 ')) reject(new Error(some.toString('latin1', 0, 60)));
      });
    });
  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, open));
  }
  return {
    connectMs: performance.now() - startedAt,
    async arrivals(work) {
      const times: number[] = [];
      const askedAt = performance.now();
      const all = new Promise<void>((resolve) => {
        onPoke = () => {
          times.push(performance.now() - askedAt);
          if (times.length === count) resolve();
        };
      });
      await work();
      await all;
      return times;
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
