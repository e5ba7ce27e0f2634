import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { overflowing } from '../support/longer-words';
import { type Desk, demoExtension, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

type Rule = { readonly selector: string; readonly declarations: string };

/** The innermost rules of a style sheet. */
const rulesOf = (css: string): Rule[] =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', declarations = '']) => ({
    selector: selector.trim(),
    declarations,
  }));

/** Declarations that mean the left or the right, whichever way the language runs. */
function physicalIn({ selector, declarations }: Rule): string[] {
  // The side of the console on which the panel stands has nothing to do with the language.
  if (/\[data-side=/.test(selector)) return [];
  return declarations
    .split(';')
    .filter((declaration) => {
      const [property = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
      if (/(^|-)(left|right)(-|$)/.test(property)) return true;
      if (/^(text-align|float|clear)$/.test(property)) return /\b(left|right)\b/.test(value);
      const sides = value.match(/(?:[^\s(]|\([^)]*\))+/g) ?? [];
      if (/^(padding|margin|inset|border-width|border-color|border-style)$/.test(property)) {
        return sides.length === 4 && sides[1] !== sides[3];
      }
      if (property !== 'border-radius') return false;
      const [first, second = first, third = first, fourth = second] = sides;
      return first !== second || third !== fourth;
    })
    .map((declaration) => `${selector} { ${declaration} }`);
}

const sheets = () =>
  readdirSync(join(demoExtension, 'assets'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(demoExtension, 'assets', name), 'utf8'));

describe('languages that run from right to left', () => {
  it('find only logical properties in the built pages', () => {
    const rules = sheets().flatMap(rulesOf);
    expect(rules.length).toBeGreaterThan(200);
    expect(rules.flatMap(physicalIn)).toEqual([]);
  });

  it.each([
    'margin-left:1px',
    'text-align:right',
    'padding:1px 2px 1px 3px',
    'left:0',
    'border-radius:0 2px 2px 0',
  ])('would notice %s', (declarations) => {
    expect(physicalIn({ selector: '.a', declarations })).toHaveLength(1);
  });

  describe('the panel, turned round', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await openDesk({ samples: ['harbour-broadband'] });
    });
    afterAll(() => desk?.close());

    it('puts every line at the other side, and nothing sticks out', async () => {
      const page = await desk.open();
      const { frame, answered } = await panelOf(page);
      await select(page, 'c-maria');
      await customerSays(page, 'c-maria', 'i forgot my wifi password');
      await answered('i forgot my wifi password');
      const startOf = (selector: string) =>
        frame
          .locator(selector)
          .first()
          .evaluate((element) => element.getBoundingClientRect().x);
      const before = await startOf('h1');
      await frame.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      expect(await startOf('h1')).toBeGreaterThan(before + 100);
      expect(await startOf('article kbd')).toBeGreaterThan(200);
      expect(await overflowing(frame)).toEqual([]);
      // The page is still to its left.
      expect(await startOf('[role="separator"]')).toBeLessThan(3);
    });
  });
});
