import type { Message } from '../../domain/message';
import type { Recipe } from '../../protocol/recipe';
import { isScrolledAway } from './is-scrolled-away';

/**
 * Lists that draw only what is scrolled to would make an old row the last one. While what was the
 * last is not drawn and older rows stand in its place, what was read before is gone by. Not so at the
 * newest end: there a row that is gone was taken back.
 */
export function keepTail(
  last: readonly Message[] | undefined,
  drawn: readonly Message[],
  list: Element,
  recipe: Recipe,
): readonly Message[] {
  if (!last) return drawn;
  const places = drawn.map(({ id }) => last.findIndex((known) => known.id === id));
  const isOlder = places.at(-1) !== -1 || places.every((place) => place < 0);
  return isOlder && !places.includes(last.length - 1) && isScrolledAway(list, recipe)
    ? last
    : drawn;
}
