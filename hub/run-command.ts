import { linkOrigin } from './link-origin.ts';
import { exportTeam, importTeam } from './move-team.ts';
import { foundTeam, inviteToTeam } from './open-team.ts';
import { makeProvider } from './services/provider.ts';
import { readSignInSettings } from './services/sign-in-settings.ts';
import { startHub } from './start-hub.ts';
import { engineNamed, type Where } from './store/open-database.ts';

type Given = {
  readonly data: string;
  readonly port: string;
  readonly host: string;
  readonly engine?: string;
  readonly out?: string;
  readonly in?: string;
  readonly organisation?: string;
  readonly 'back-up-every': string;
  readonly 'keep-back-ups': string;
  readonly 'keep-events': string;
  readonly 'keep-history': string;
  readonly 'trust-proxy'?: string;
  readonly 'no-limits': boolean;
  readonly quiet: boolean;
};

/** Does what the command line asks for. */
export async function runCommand([command, ...more]: readonly string[], given: Given) {
  const where: Where = {
    folder: given.data,
    url: process.env.DATABASE_URL,
    engine: engineNamed(given.engine),
  };
  if (more.length > 0) throw new Error(`What is "${more.join(' ')}" to mean here?`);
  if (command === undefined) return serve(where, given);
  if (command === 'invite' || command === 'found') {
    const origin = linkOrigin(given.host, process.env.CUECARD_PUBLIC_URL)(Number(given.port));
    const wish = { where, organisation: given.organisation, origin };
    console.log(await (command === 'invite' ? inviteToTeam(wish) : foundTeam(wish)));
    return;
  }
  if (command !== 'export' && command !== 'import') {
    throw new Error(
      `There is no command "${command}": it is export, import, invite, found, or none to serve.`,
    );
  }
  const file = command === 'export' ? given.out : given.in;
  if (file === undefined) {
    throw new Error(`Say which file: --${command === 'export' ? 'out' : 'in'} FILE`);
  }
  if (command === 'export') await exportTeam(where, file);
  else await importTeam(where, file);
  const direction = command === 'export' ? 'is now in' : 'came from';
  console.log(`All of the hub in ${given.data} ${direction} ${file}`);
}

async function serve(where: Where, given: Given) {
  const signIn = readSignInSettings(process.env);
  const hub = await startHub({
    ...where,
    host: given.host,
    port: Number(given.port),
    publicUrl: process.env.CUECARD_PUBLIC_URL,
    backUps: {
      everyMinutes: numberOf(given, 'back-up-every'),
      keep: numberOf(given, 'keep-back-ups'),
    },
    keepEventsDays: numberOf(given, 'keep-events'),
    keepHistory: { days: numberOf(given, 'keep-history') },
    log: !given.quiet,
    trustProxy: given['trust-proxy'],
    limited: !given['no-limits'],
    streamsPerDevice: given['no-limits'] ? Number.POSITIVE_INFINITY : undefined,
    provider: signIn && makeProvider(signIn),
  });
  console.log(`Cuecard hub on ${hub.origin}, data in ${given.data}`);
  console.log(
    hub.inviteLink === undefined
      ? 'Somebody has joined already: they invite the others.'
      : `Nobody has joined yet. Paste this link in Settings → Team:\n  ${hub.inviteLink}`,
  );
  const stop = () => void hub.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal).once(signal, stop);
  }
}

function numberOf(
  given: Given,
  name: 'back-up-every' | 'keep-back-ups' | 'keep-events' | 'keep-history',
): number {
  const number = Number(given[name]);
  if (!(number >= 0)) throw new Error(`--${name} wants a number.`);
  return number;
}
