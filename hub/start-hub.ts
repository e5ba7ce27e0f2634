import type { AddressInfo } from 'node:net';
import { makeServer } from './http/server.ts';
import { firstInvite } from './services/invites.ts';
import type { Provider } from './services/provider.ts';
import { openDatabase } from './store/open-database.ts';

type Options = {
  readonly folder: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly log: boolean;
  readonly trustProxy?: string | undefined;
  readonly limited?: boolean;
  readonly provider?: Provider | undefined;
};

export type RunningHub = {
  readonly origin: string;
  /** For the first person of a hub that nobody has joined; undefined afterwards. */
  readonly inviteLink: string | undefined;
  /** Ends what is being answered, then closes the database. */
  stop(): Promise<void>;
};

/** Opens the database and serves it. */
export async function startHub({ folder, host, port, databaseUrl, ...serving }: Options) {
  const database = await openDatabase(folder, databaseUrl);
  try {
    const { server, hub } = makeServer({ database, now: Date.now, ...serving });
    await server.listen({ host, port });
    const address = server.server.address() as AddressInfo;
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    const secret = await firstInvite(hub);
    const running: RunningHub = {
      origin,
      inviteLink: secret === undefined ? undefined : `${origin}/join#${secret}`,
      async stop() {
        await server.close();
        await database.close();
      },
    };
    return running;
  } catch (error) {
    await database.close();
    throw error;
  }
}
