import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections over which nothing was asked yet, as browsers open them in advance. Node counts them
 * among the busy ones, and a stop would wait for them. Gives back what ends them.
 */
export function watchUnused(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
