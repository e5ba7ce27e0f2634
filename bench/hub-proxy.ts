import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const port = 17_499;

/** nginx with the configuration that is shipped, before one hub; undefined where there is none. */
export async function runProxy(folder: string, hub: string) {
  const nginx = process.env.CUECARD_NGINX ?? 'nginx';
  if (spawnSync(nginx, ['-v']).error !== undefined) return undefined;
  const home = join(folder, 'nginx');
  mkdirSync(home, { mode: 0o755 });
  const { host } = new URL(hub);
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('server hub-one:7410', `server ${host}`)
    .replace('  server hub-two:7410;\n', '')
    .replace('/var/cache/nginx/cuecard', join(home, 'cache'))
    .replace('access_log /dev/stdout cuecard', 'access_log off')
    .replace('listen 7410', `listen 127.0.0.1:${port}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(home, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
     ${process.getuid?.() === 0 ? 'user root;' : ''} worker_rlimit_nofile 4096;
     events { worker_connections 4000; }
     # One connection asks far more often here than any panel does.
     http { keepalive_requests 10000000; ${temporary.map((each) => `${each}_temp_path ${home}/${each};`).join(' ')}\n${site} }`,
  );
  const server = spawn(nginx, ['-c', join(home, 'nginx.conf')], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let tried = 0; ; tried++) {
    const isUp = await fetch(`${origin}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (tried === 100) throw new Error('nginx does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, stop: () => server.kill('SIGQUIT') };
}
