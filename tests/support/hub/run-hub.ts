import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type HubProcess = {
  readonly origin: string;
  /** Undefined when somebody has joined already. */
  readonly inviteLink: string | undefined;
  /** By the signal that it is asked with, or cannot refuse; settles when it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

export const hubFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-hub-'));
  // Started by root, PostgreSQL runs as its own user, who must get there.
  chmodSync(folder, 0o755);
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};

/** Starts the hub as a person does. Rejects with what it says when it does not start. */
export async function runHub(
  folder: string,
  port = 0,
  more: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<HubProcess> {
  const args = ['hub/main.ts', '--data', folder, '--port', String(port), '--quiet', ...more];
  const { DATABASE_URL: _, ...env } = process.env;
  const hub = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, ...settings },
  });
  const ended = new Promise<number | null>((resolve) => hub.once('exit', resolve));
  const complaint: string[] = [];
  hub.stderr.on('data', (some: Buffer) => complaint.push(some.toString()));
  const started = await firstWords(hub);
  if (started === undefined) {
    await ended;
    throw new Error(complaint.join(''));
  }
  return {
    ...started,
    end(signal) {
      hub.kill(signal);
      return ended;
    },
  };
}

async function firstWords(hub: ChildProcess) {
  if (hub.stdout === null) return undefined;
  let origin: string | undefined;
  for await (const line of createInterface({ input: hub.stdout })) {
    origin ??= /hub on (http:\S+),/.exec(line)?.[1];
    const link = /(http:\S+\/join#\S+)/.exec(line)?.[1];
    if (origin !== undefined && (link !== undefined || line.startsWith('Somebody'))) {
      return { origin, inviteLink: link };
    }
  }
  return undefined;
}
