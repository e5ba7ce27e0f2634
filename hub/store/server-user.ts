import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

export type ServerUser = { readonly uid: number; readonly gid: number };

/**
 * Whom the database server runs as when that cannot be the user of the hub: PostgreSQL refuses
 * root. It is the owner of the folder, or else the user `postgres`; undefined for anybody but root.
 */
export function serverUser(folder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = ownerOf(folder) ?? userNamed('postgres');
  if (user === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root, and there is no user named postgres to run it as. ' +
        'Start the hub as another user, or make that one: useradd --system postgres',
    );
  }
  const entered = spawnSync('sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/' });
  if (entered.status !== 0) {
    throw new Error(
      `PostgreSQL runs as user ${user.uid} here, as it refuses root, and that user cannot enter ` +
        `${folder}. Start the hub as another user, or let others enter the folder and those ` +
        'above it: chmod o+x',
    );
  }
  return user;
}

function ownerOf(folder: string): ServerUser | undefined {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function userNamed(name: string): ServerUser | undefined {
  const ask = (what: string) =>
    Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
