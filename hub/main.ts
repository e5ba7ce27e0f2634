// The team's server: npm run hub -- --data FOLDER --port N --host 127.0.0.1 --engine pglite|postgres
// A way in for an administrator: npm run hub -- invite --data FOLDER, found --organisation NAME --data FOLDER
// Its data to and from a file: npm run hub -- export --data FOLDER --out FILE, import --in FILE --data FOLDER
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
// Process 1 of a container is ended by no signal that it does not listen to. With what a shell says
// of a process that a signal ended, as what was asked for may be half done.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code));
}

const { runCommand } = await import('./run-command.ts');
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'hub-data' },
      port: { type: 'string', default: '7410' },
      host: { type: 'string', default: '127.0.0.1' },
      engine: { type: 'string' },
      out: { type: 'string' },
      in: { type: 'string' },
      organisation: { type: 'string' },
      'back-up-every': { type: 'string', default: '60' },
      'keep-back-ups': { type: 'string', default: '48' },
      'keep-events': { type: 'string', default: '90' },
      'keep-history': { type: 'string', default: '90' },
      'trust-proxy': { type: 'string' },
      'no-limits': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  await runCommand(positionals, values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
