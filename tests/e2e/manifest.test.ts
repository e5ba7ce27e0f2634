import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** All that decides what the extension may do, and who may reach it. */
const rights = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'content_security_policy',
  'sandbox',
] as const;

const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (target) => {
  const path = `.output/${target}/manifest.json`;
  const why = existsSync(path) ? undefined : `not built: ${path}`;

  // A right that is asked for anew makes browsers ask every person again, or switch the extension
  // off. Change the fixture by hand, and say in the change why the right is needed.
  it.skipIf(why)(`asks for the agreed rights and no others${why ? ` (${why})` : ''}`, () => {
    const manifest = readJson(path);
    const asked = Object.fromEntries(
      rights.flatMap((right) => (right in manifest ? [[right, manifest[right]]] : [])),
    );
    expect(asked).toEqual(readJson(`tests/fixtures/manifest/${target}.json`));
  });

  // Without it the panel would stay behind a page's modal dialog.
  it.skipIf(why)('keeps to browsers that have `moveBefore`', () => {
    const manifest = readJson(path) as {
      minimum_chrome_version?: string;
      browser_specific_settings?: { gecko?: { strict_min_version?: string } };
    };
    const oldest =
      target === 'chrome-mv3'
        ? Number(manifest.minimum_chrome_version) - 133
        : Number(manifest.browser_specific_settings?.gecko?.strict_min_version) - 144;
    expect(oldest).toBeGreaterThanOrEqual(0);
  });
});
