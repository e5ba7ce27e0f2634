import type { Role } from '../../domain/message';
import type { Recipe } from '../../protocol/recipe';

/** How a page is read: by a recipe, or by one made on the spot, whose roles no selector tells. */
export type ReadingPlan = Recipe & {
  readonly roleOf?: (row: Element) => Role | undefined;
  /** False for lines of a row that are no part of the message: its time, its author. */
  readonly isWritten?: (line: string) => boolean;
};
