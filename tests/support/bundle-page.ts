import { build } from 'vite';

/** Bundles the page in a folder, with real packages from npm in it, as static files. */
export async function bundlePage(root: string, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    // Under a test runner the JSX would be a development build's, and React's own a production one.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
}
