import { keptStretches } from './word-diff';

export type DiffPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Two texts as one: what stayed, what went and what came, in reading order. */
export function diffPieces(before: string, after: string): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [oldEnd, nowEnd] = [0, 0];
  for (const kept of keptStretches(before, after)) {
    add('gone', before.slice(oldEnd, kept.before));
    add('new', after.slice(nowEnd, kept.after));
    add('same', after.slice(kept.after, kept.after + kept.length));
    [oldEnd, nowEnd] = [kept.before + kept.length, kept.after + kept.length];
  }
  add('gone', before.slice(oldEnd));
  add('new', after.slice(nowEnd));
  return pieces;
}
