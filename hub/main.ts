// The team's server: npm run hub -- --data FOLDER --port N --host 127.0.0.1
import { registerHooks } from 'node:module';
import { parseArgs } from 'node:util';

// The folders under lib/ import one another without endings, as their bundler has it.
registerHooks({
  resolve: (specifier, context, next) =>
    context.parentURL?.endsWith('.ts') &&
    specifier.startsWith('.') &&
    !/\.(ts|json)$/.test(specifier)
      ? next(`${specifier}.ts`, context)
      : next(specifier, context),
});
// The lock of the folder is Node's own SQLite, which it still calls experimental.
process.removeAllListeners('warning');

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'hub-data' },
    port: { type: 'string', default: '7410' },
    host: { type: 'string', default: '127.0.0.1' },
    quiet: { type: 'boolean', default: false },
    'trust-proxy': { type: 'string' },
    'no-limits': { type: 'boolean', default: false },
  },
});

const { startHub } = await import('./start-hub.ts');
const { readSignInSettings } = await import('./services/sign-in-settings.ts');
const { makeProvider } = await import('./services/provider.ts');
try {
  const signIn = readSignInSettings(process.env);
  const hub = await startHub({
    folder: values.data,
    host: values.host,
    port: Number(values.port),
    databaseUrl: process.env.DATABASE_URL,
    log: !values.quiet,
    trustProxy: values['trust-proxy'],
    limited: !values['no-limits'],
    provider: signIn && makeProvider(signIn),
  });
  console.log(`Cuecard hub on ${hub.origin}, data in ${values.data}`);
  console.log(
    hub.inviteLink === undefined
      ? 'Somebody has joined already: they invite the others.'
      : `Nobody has joined yet. Paste this link in Settings → Team:\n  ${hub.inviteLink}`,
  );
  const stop = () => void hub.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
