import type { Unit } from './read-units';

/** What comes after a unit in its own sentence. */
export type Outlook = {
  /** A "but": what stands before it counts less. */
  readonly contrast: boolean;
  /** A question mark or 吗, before the next comma. */
  readonly question: boolean;
};

const contrastWords = new Set(['but', 'however', 'though', '但']);
const contrastPairs = new Set(['不过', '可是', '然而']);

/** The outlook from each unit, read backwards in one pass. */
export function outlooks(units: readonly Unit[]): Outlook[] {
  const found: Outlook[] = [];
  let contrast = false;
  let question = false;
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at];
    if (unit === undefined) continue;
    const { kind, key } = unit;
    if (kind === 'mark') {
      if (/[.!?。！？\n]/.test(key)) contrast = false;
      if (/[?？]/.test(key)) question = true;
      else if (/[.,!。！，\n]/.test(key)) question = false;
    } else if (contrastWords.has(key) || contrastPairs.has(key + (units[at + 1]?.key ?? ''))) {
      contrast = true;
    } else if (key === '吗') {
      question = true;
    }
    found[at] = { contrast, question };
  }
  return found;
}
