import type { AddressInfo } from 'node:net';
import { makeServer } from './http/server.ts';
import { linkOrigin } from './link-origin.ts';
import { operatorToken } from './operator-token.ts';
import { keepCompact } from './services/compact.ts';
import { keepEventSums } from './services/event-sums.ts';
import { firstInvite } from './services/invites.ts';
import type { Provider } from './services/provider.ts';
import { keepSchedule } from './services/schedule.ts';
import { keepBackUps } from './store/back-ups.ts';
import { openDatabase, type Where } from './store/open-database.ts';

const mostWaitMs = 10_000;

type Options = Where & {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where people reach it, when that is elsewhere than where it listens. */
  readonly publicUrl?: string | undefined;
  readonly log: boolean;
  readonly pollMs?: number;
  /** Of a database in the folder; somebody who runs a server backs that up. */
  readonly backUps?: { readonly everyMinutes: number; readonly keep: number };
  /** For so many days events are kept one by one; 0 for ever. */
  readonly keepEventsDays?: number;
  /** Changes are kept one by one for so many days (0: for ever), and so many pages of them. */
  readonly keepHistory?: { readonly days: number; readonly pages?: number };
  readonly trustProxy?: string | undefined;
  readonly limited?: boolean;
  readonly streamsPerDevice?: number | undefined;
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
export async function startHub(options: Options) {
  const { host, port, publicUrl, backUps, folder, url, engine, ...more } = options;
  const { keepEventsDays = 0, keepHistory = { days: 0 }, ...serving } = more;
  const linkTo = linkOrigin(host, publicUrl);
  const database = await openDatabase({ folder, url, engine });
  try {
    const { server, hub } = makeServer({
      database,
      now: Date.now,
      operatorToken: operatorToken(folder, process.env.HUB_METRICS_TOKEN),
      ...serving,
    });
    const kept =
      url === undefined && backUps !== undefined
        ? keepBackUps({
            database,
            folder,
            ...backUps,
            say: (what) => ('failed' in what ? server.log.error(what) : server.log.info(what)),
          })
        : undefined;
    await server.listen({ host, port });
    const address = server.server.address() as AddressInfo;
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    const secret = await firstInvite(hub);
    const stopSchedule = keepSchedule(hub, (error) => server.log.error(error));
    const stopSums = keepEventSums(hub, keepEventsDays, (error) => server.log.error(error));
    const stopCompacting = keepCompact(hub, keepHistory, (error) => server.log.error(error));
    const running: RunningHub = {
      origin,
      inviteLink: secret === undefined ? undefined : `${linkTo(address.port)}/join#${secret}`,
      async stop() {
        await stopSchedule();
        await stopSums();
        await stopCompacting();
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
