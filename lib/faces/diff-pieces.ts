import { keptStretches } from './word-diff';

export type DiffPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** What went and what came at one place, and what stays from there to the next. */
type Edit = { readonly gone: string; readonly fresh: string; readonly same: string };

/** Two texts as one: what stayed, and by each place what went and what came for it. */
export function diffPieces(before: string, after: string): DiffPiece[] {
  const edits: Edit[] = [];
  let edit: Edit = { gone: '', fresh: '', same: '' };
  let [oldEnd, nowEnd] = [0, 0];
  const end = { before: before.length, after: after.length, length: 0 };
  for (const kept of [...keptStretches(before, after), end]) {
    const gone = before.slice(oldEnd, kept.before);
    const fresh = after.slice(nowEnd, kept.after);
    const same = after.slice(kept.after, kept.after + kept.length);
    if (gone + fresh === '') edit = { ...edit, same: edit.same + same };
    else {
      push(edits, edit);
      edit = { gone, fresh, same };
    }
    [oldEnd, nowEnd] = [kept.before + kept.length, kept.after + kept.length];
  }
  push(edits, edit);
  return edits
    .flatMap(({ gone, fresh, same }): DiffPiece[] => [
      { kind: 'gone', text: gone },
      { kind: 'new', text: fresh },
      { kind: 'same', text: same },
    ])
    .filter(({ text }) => text !== '');
}

/** Together with the edits before it, where too little stays between them. */
function push(edits: Edit[], edit: Edit): void {
  let joined = edit;
  for (let last = edits.at(-1); last !== undefined && isShred(last, joined); last = edits.at(-1)) {
    edits.pop();
    joined = {
      gone: last.gone + last.same + joined.gone,
      fresh: last.fresh + last.same + joined.fresh,
      same: joined.same,
    };
  }
  edits.push(joined);
}

/**
 * Whether what stays between two edits is less than either: a lone “and” in a rewritten sentence
 * tells nothing, and cuts both texts into shreds. Lines stay lines.
 */
function isShred(one: Edit, other: Edit): boolean {
  const { length } = one.same;
  const size = ({ gone, fresh }: Edit) => Math.max(gone.length, fresh.length);
  if (size(one) === 0 || one.same.includes('\n')) return false;
  return /^\s+$/.test(one.same) || (length <= size(one) && length <= size(other));
}
