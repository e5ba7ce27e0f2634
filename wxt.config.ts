import { minify } from 'terser';
import type { Rollup } from 'vite';
import { defineConfig } from 'wxt';

/** The sites that the sample console is served on; only the demonstration build may read them. */
const demoSites = ['http://localhost/*', 'http://127.0.0.1/*'];

/** Every page of a console carries the recipes: not what is in them for people only. */
const leanRecipes = {
  name: 'lean-recipes',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/consoles\/(recipes|hosts)\/[\w-]+\.json$/.test(id)) return undefined;
    const { checked, version, ...recipe } = JSON.parse(code);
    return JSON.stringify(recipe);
  },
};

/** Every page of a console carries that script: terser finds a fortieth that Vite's own leaves in. */
const smallerStill = {
  name: 'smaller-still',
  generateBundle: {
    order: 'post' as const,
    async handler(_: unknown, bundle: Rollup.OutputBundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, { ecma: 2020, toplevel: true });
        chunk.code = code ?? chunk.code;
      }
    },
  },
};

export default defineConfig({
  srcDir: '.',
  // Elsewhere for the test that compares two builds byte by byte.
  outDir: process.env.CUECARD_OUT ?? '.output',
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    ...(mode === 'demo' ? { host_permissions: demoSites } : {}),
    // Firefox has its managed storage from files of the system, and no schema.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    web_accessible_resources: [
      // Consoles are chosen at run time and this list is fixed, so it names every site. What keeps a
      // page out is the one-time nonce without which the panel shows nothing.
      { resources: ['panel.html'], matches: ['<all_urls>'] },
    ],
    // None is suggested: the panel's own keys are there already, and browsers keep only four.
    commands: Object.fromEntries(
      ['insert-1', 'insert-2', 'insert-3', 'find', 'toggle'].map((action) => [
        action,
        { description: `__MSG_${action.replace('-', '_')}__` },
      ]),
    ),
    // The first with `moveBefore`, without which the panel could not be used while the page shows a
    // modal dialog (lib/consoles/dock/hold-host.ts).
    minimum_chrome_version: '133',
    browser_specific_settings: {
      gecko: {
        id: 'cuecard@cuecard.example',
        strict_min_version: '144.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.name === 'console') config.plugins?.push(smallerStill);
    },
  },
  vite: ({ command }) => {
    // Every build is the one that ships: WXT would take the mode's name, or what the shell has set,
    // for NODE_ENV, and React's development half does not fit its production half.
    if (command === 'build') process.env.NODE_ENV = 'production';
    return {
      plugins: [leanRecipes],
      build: { sourcemap: false, target: 'es2023' },
      define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
    };
  },
});
