import { keptStretches } from './word-diff';

export type DiffPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Two texts as one: what stayed, and by each place what went and what came for it. */
export function diffPieces(before: string, after: string): DiffPiece[] {
  const pieces: { kind: DiffPiece['kind']; text: string }[] = [];
  const add = (kind: DiffPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [oldEnd, nowEnd] = [0, 0];
  const end = { before: before.length, after: after.length, length: 0 };
  for (const kept of [...keptStretches(before, after), end]) {
    add('gone', before.slice(oldEnd, kept.before));
    add('new', after.slice(nowEnd, kept.after));
    add('same', after.slice(kept.after, kept.after + kept.length));
    [oldEnd, nowEnd] = [kept.before + kept.length, kept.after + kept.length];
  }
  return joined(pieces);
}

/** Lone spaces between changed words are changed with them: words would be cut into shreds. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const isLoose = ({ kind, text }: DiffPiece) => kind === 'same' && /^[^\S\n]+$/.test(text);
  const all: { kind: DiffPiece['kind']; text: string }[] = [];
  let [gone, fresh] = ['', ''];
  const flush = () => {
    if (gone !== '') all.push({ kind: 'gone', text: gone });
    if (fresh !== '') all.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const isBetween = isLoose(piece) && gone + fresh !== '' && next !== undefined;
    if (isBetween) {
      gone += piece.text;
      fresh += piece.text;
    } else if (piece.kind === 'gone') gone += piece.text;
    else if (piece.kind === 'new') fresh += piece.text;
    else {
      flush();
      all.push({ ...piece });
    }
  }
  flush();
  return all;
}
