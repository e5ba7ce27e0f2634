import { guessComposers } from '../generic/guess-composer';
import { guessList } from '../generic/guess-list';
import { wordsIn } from '../generic/look';
import { pageRoots } from '../generic/page-roots';
import { isVisible } from '../read/is-visible';
import type { TeachStep } from './teach-step';

const most = 200;
const longestField = 80;

/** What the keyboard walks in a step, in the order of the page, and where it begins. */
export type Candidates = { readonly elements: readonly Element[]; readonly first: number };

/** @param rows the rows that are known by now: no field is in them */
export function candidatesFor(
  step: TeachStep,
  document: Document,
  rows: readonly Element[],
): Candidates {
  const places = pageRoots(document);
  switch (step) {
    case 'customer':
    case 'agent': {
      const elements = guessRows(places);
      // The newest one is in sight, and most likely what is looked at.
      return { elements, first: elements.length - 1 };
    }
    case 'composer':
      return { elements: guessComposers(places).map(({ element }) => element), first: 0 };
    case 'field': {
      const elements = places
        .flatMap((place) => [...place.querySelectorAll('*')])
        .filter((element) => isShortText(element) && !rows.some((row) => row.contains(element)))
        .slice(0, most);
      return { elements, first: 0 };
    }
    case 'check':
      return { elements: [], first: 0 };
  }
}

function guessRows(places: ReturnType<typeof pageRoots>): readonly Element[] {
  for (const composer of guessComposers(places).slice(0, 3)) {
    for (const place of places) {
      const list = guessList(place, composer.element);
      if (list !== undefined) return list.rows;
    }
  }
  return places
    .flatMap((place) => [...place.querySelectorAll('p, li, td, div, span')])
    .filter((element) => isOwnText(element) && isVisible(element))
    .slice(-most);
}

const isOwnText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '');

function isShortText(element: Element): boolean {
  const words = wordsIn(element, longestField + 1);
  return (
    words !== '' &&
    words.length <= longestField &&
    isOwnText(element) &&
    !/^(script|style|option|textarea|title|button)$/.test(element.localName) &&
    isVisible(element)
  );
}
