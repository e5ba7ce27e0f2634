import { expect, test } from 'vitest';
import { findRecipe } from '../../../lib/consoles/find-recipe';
import type { Recipe } from '../../../lib/protocol/recipe';
import { mustFindRecipe, showPage } from './page';

const sample = mustFindRecipe('sample-console');
const matching = (id: string, match: Recipe['match']): Recipe => ({ ...sample, id, match });
const find = (recipes: readonly Recipe[], address = 'https://desk.example/app/7') =>
  findRecipe(recipes, document, address)?.id;

test('the first that fits is taken', () => {
  showPage('<body><main></main></body>');
  expect(
    find([
      matching('other-address', { url: '^https://else\\.example/' }),
      matching('not-in-page', { url: 'desk', elements: ['aside'] }),
      matching('fits', { url: 'desk', elements: ['body', 'main'] }),
      matching('fits-too', { elements: ['main'] }),
    ]),
  ).toBe('fits');
});

test('elements must all be there', () => {
  showPage('<body><main></main></body>');
  expect(find([matching('half', { elements: ['main', 'aside'] })])).toBeUndefined();
});

test('a recipe that asks for nothing fits nothing', () => {
  expect(find([matching('greedy', {})])).toBeUndefined();
});

test('a broken pattern or selector fits nothing and breaks nothing', () => {
  showPage('<body><main></main></body>');
  const broken = [
    matching('pattern', { url: '(' }),
    matching('selector', { elements: ['main[['] }),
    matching('fits', { elements: ['main'] }),
  ];
  expect(find(broken)).toBe('fits');
});
