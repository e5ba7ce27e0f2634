/** A text as the rules read it, and for each of its characters where it stood in the original. */
export type FoldedText = {
  readonly text: string;
  /** UTF-16 offset in the original of each character, and of the end. */
  readonly starts: readonly number[];
};

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const dash = /[\u2010-\u2015\u2212]/;
const space = /\s/;

/**
 * Gives digits, letters, dashes and spaces of any width or style the form they have in ASCII, and
 * leaves out what cannot be seen. One character stays one character; the rest is kept as it is.
 */
export function foldText(original: string): FoldedText {
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const sign of original) {
    const folded = sign < '\u0080' ? sign : foldSign(sign);
    if (folded !== '') {
      text += folded;
      starts.push(at);
    }
    at += sign.length;
  }
  starts.push(at);
  return { text, starts };
}

function foldSign(sign: string): string {
  if (unseen.test(sign)) return '';
  // What a Chinese keyboard gives for the dot of an address.
  if (sign === '。') return '.';
  if (sign >= '\u2e80' && sign < '\uf900') return sign === '\u3000' ? ' ' : (sign[0] ?? '');
  if (sign >= '\uff01' && sign <= '\uff5e') {
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  }
  const narrow = sign.normalize('NFKC');
  if (narrow.length !== 1) return sign[0] ?? '';
  if (dash.test(narrow)) return '-';
  if (narrow >= '٠' && narrow <= '٩') return String(narrow.charCodeAt(0) - 0x660);
  return narrow !== '\n' && space.test(narrow) ? ' ' : narrow;
}
