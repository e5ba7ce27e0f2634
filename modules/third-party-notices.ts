import { readFileSync } from 'node:fs';
import { defineWxtModule } from 'wxt/modules';

/** What Vite tells of a package whose code is in a bundle. */
type Notice = {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  readonly text?: string;
};

const byHand = new URL('./third-party-notices.txt', import.meta.url);
const fileName = 'third-party-notices.json';

/**
 * Writes `third-party-notices.txt` into the package: the licences of all that is bundled, as most
 * of them demand of every copy. WXT builds in several steps, so what Vite finds in each is joined.
 */
export default defineWxtModule({
  name: 'third-party-notices',
  setup(wxt) {
    const notices = new Map<string, string>();

    wxt.hook('vite:build:extendConfig', (_, config) => {
      config.build = { ...config.build, license: { fileName } };
      config.plugins = [
        ...(config.plugins ?? []),
        {
          name: 'third-party-notices',
          generateBundle: {
            order: 'post',
            handler(_options, bundle) {
              const asset = bundle[fileName];
              if (asset?.type !== 'asset') throw new Error('Vite told no licences.');
              for (const notice of JSON.parse(asset.source.toString()) as Notice[])
                notices.set(headingOf(notice), notice.text ?? '');
              delete bundle[fileName];
            },
          },
        },
      ];
    });

    wxt.hook('build:publicAssets', (_, files) => {
      const packages = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
      const contents = [readFileSync(byHand, 'utf8'), ...packages.map(([a, b]) => `${a}\n\n${b}`)];
      files.push({
        // The mark at the beginning: browsers read a text file of a package in some other encoding.
        contents: `\uFEFF${contents.map((text) => text.trim()).join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
        relativeDest: 'third-party-notices.txt',
      });
    });
  },
});

function headingOf({ name, version, identifier }: Notice): string {
  return `${name} ${version}${identifier ? ` (${identifier})` : ''}`;
}
