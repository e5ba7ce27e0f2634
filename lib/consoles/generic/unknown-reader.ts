import { seesMore } from './sees-more';
import { watchUnknown } from './watch-unknown';

/** The reader for pages that no recipe fits; a script of its own, loaded only there. */
export type UnknownReader = {
  /** Whether it sees what a recipe seems to miss. */
  readonly seesMore: typeof seesMore;
  /** Looks for a way, and again when it is lost. */
  readonly watch: typeof watchUnknown;
};
export const unknownReader: UnknownReader = { seesMore, watch: watchUnknown };

/** The world of the console script, which the reader is put into when needed. */
export type UnknownWorld = { cuecardUnknown?: UnknownReader };
