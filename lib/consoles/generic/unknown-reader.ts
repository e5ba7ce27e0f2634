import { findRecipe } from '../find-recipe';
import { completeRecipe } from './complete-recipe';
import { knownHosts } from './known-hosts';
import { seesMore } from './sees-more';
import { watchUnknown } from './watch-unknown';

/** The reader for pages that no recipe fits; a script of its own, loaded only there. */
export type UnknownReader = {
  /** Whether it sees what a recipe seems to miss. */
  readonly seesMore: typeof seesMore;
  /** Adds what a recipe does not say. */
  readonly complete: typeof completeRecipe;
  /** What the console is called, where its address tells. */
  readonly nameOf: (window: Window) => string | null;
  /** Looks for a way, and again when it is lost. */
  readonly watch: typeof watchUnknown;
};
export const unknownReader: UnknownReader = {
  seesMore,
  complete: completeRecipe,
  nameOf: ({ document, location }) => findRecipe(knownHosts, document, location.href)?.name ?? null,
  watch: watchUnknown,
};

/** The world of the console script, which the reader is put into when needed. */
export type UnknownWorld = { cuecardUnknown?: UnknownReader };
