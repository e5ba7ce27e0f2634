import type { Role } from '../../domain/message';
import type { Recipe } from '../../protocol/recipe';

/** How a page is read: by a recipe, completed by what no selector tells, or by one made on the spot. */
export type ReadingPlan = Recipe & {
  readonly roleOf?: (row: Element) => Role | undefined;
  /** Whether the reply box, by its looks, writes a note; for those whose recipe has no rule for it. */
  readonly isNote?: (composer: Element) => boolean;
  /** False for lines of a row that are no part of the message: its time, its author. */
  readonly isWritten?: (line: string) => boolean;
};
