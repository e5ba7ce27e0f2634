import type { AddressInfo } from 'node:net';
import { makeServer } from './http/server.ts';
import { operatorToken } from './operator-token.ts';
import { firstInvite } from './services/invites.ts';
import { keepBackUps } from './store/back-ups.ts';
import { openDatabase, type Where } from './store/open-database.ts';

const mostWaitMs = 10_000;

type Options = Where & {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: boolean;
  readonly pollMs?: number;
  /** Of a database in the folder; somebody who runs a server backs that up. */
  readonly backUps?: { readonly everyMinutes: number; readonly keep: number };
};

export type RunningHub = {
  readonly origin: string;
  /** For the first person of a hub that nobody has joined; undefined afterwards. */
  readonly inviteLink: string | undefined;
  /** Ends what is being answered, then closes the database. */
  stop(): Promise<void>;
};

/** Opens the database and serves it. */
export async function startHub({ host, port, log, pollMs, backUps, ...where }: Options) {
  const database = await openDatabase(where);
  try {
    const { server, hub } = makeServer({
      database,
      now: Date.now,
      log,
      operatorToken: operatorToken(where.folder, process.env.HUB_METRICS_TOKEN),
      ...(pollMs === undefined ? {} : { pollMs }),
    });
    const kept =
      where.url === undefined && backUps !== undefined
        ? keepBackUps({
            database,
            folder: where.folder,
            ...backUps,
            say: (what) => ('failed' in what ? server.log.error(what) : server.log.info(what)),
          })
        : undefined;
    await server.listen({ host, port });
    const address = server.server.address() as AddressInfo;
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    const secret = await firstInvite(hub);
    const running: RunningHub = {
      origin,
      inviteLink: secret === undefined ? undefined : `${origin}/join#${secret}`,
      async stop() {
        // Whoever takes their answer too slowly is not waited for.
        const late = setTimeout(() => server.server.closeAllConnections(), mostWaitMs);
        await server.close();
        clearTimeout(late);
        await kept?.stop();
        await database.close();
      },
    };
    return running;
  } catch (error) {
    await database.close();
    throw error;
  }
}
