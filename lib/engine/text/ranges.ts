import type { TextRange } from '../../domain/suggestion';

/** Sorted, and with those joined that overlap, touch, or have only `gap` code units between. */
export function mergeRanges(ranges: readonly TextRange[], gap = 0): TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1] + gap) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
