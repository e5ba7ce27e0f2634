import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong in a document, in its own frame: "rule: element, element". Everything
 * of WCAG 2.2 AA and axe's best practices; an empty list means nothing was found.
 */
export async function axeViolations(frame: Frame | Page): Promise<string[]> {
  // Debuggers may run code where the extension's own policy forbids it.
  await frame.evaluate(source);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}
