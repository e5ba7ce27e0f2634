import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const moreConsoles = fileURLToPath(new URL('./consoles', import.meta.url));
const mount = '/consoles/';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type ServedConsole = {
  /** Such as `http://127.0.0.1:4173`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
};

/**
 * Serves a folder, and demo/consoles at /consoles/, on this machine only. Nothing outside of the
 * two folders is given out, neither by `..` nor by a symbolic link.
 * @param port 0 takes a free one; one in use rejects
 */
export async function serveConsole(folder: string, port = 0): Promise<ServedConsole> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => fail(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405);
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const path = decodePath(rawPath);
  if (path === undefined) return fail(response, 400);
  const found = `${path}/`.startsWith(mount)
    ? await findFile(moreConsoles, path.slice(mount.length - 1))
    : await findFile(folder, path);
  if (found === undefined) return fail(response, 404);
  if (found === 'folder') {
    // Relative addresses in the page need the slash. The leading ones are one: no other host.
    const location = `${rawPath.replace(/^\/+/, '/')}/${query === undefined ? '' : `?${query}`}`;
    response.writeHead(301, { location }).end();
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypes[extname(found)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(found)
      .on('error', () => response.destroy())
      .pipe(response);
}

function decodePath(rawPath: string): string | undefined {
  try {
    const path = decodeURIComponent(rawPath);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file's real path; `folder` when the path names one without its slash. */
async function findFile(root: string, path: string): Promise<string | 'folder' | undefined> {
  try {
    const realRoot = await realpath(root);
    const asked = join(realRoot, path.endsWith('/') ? `${path}index.html` : path);
    const real = await realpath(asked);
    if (!`${real}${sep}`.startsWith(`${realRoot}${sep}`)) return undefined;
    const stats = await stat(real);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}

function fail(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain' });
  response.end();
}
