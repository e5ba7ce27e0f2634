/** As much as anybody types into a Find box; what is pasted beyond it is not looked at. */
const longestQuery = 48;
/**
 * A longer run without a blank is known in pieces. They overlap by as much as can be searched for,
 * so that it stands whole in one of them.
 */
const longestWord = 64;
const pieceStep = longestWord - longestQuery;

/** Half of a character, as where a text was cut in the middle of one. */
const halfPair = /\p{Surrogate}/gu;
const isPlain = /^[ -~\n]*$/;
const mayHaveAccents = /[\u00c0-\u04ff\u1e00-\u1fff]|[\u0300-\u036f]/;
const accents = /[\u0300-\u036f]/g;
const wordPattern =
  /\p{Script=Han}+|[\p{S}\p{Extended_Pictographic}%&@#]|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const loneLetter = /^[\p{L}\p{N}]$/u;
const isHan = /^\p{Script=Han}/u;

/** What is typed and what is found are compared like this: without case, width and accents. */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  const even = text.normalize('NFKC').toLowerCase();
  if (!mayHaveAccents.test(even)) return even;
  return even.normalize('NFD').replace(accents, '').normalize('NFC');
}

/**
 * What is searched for: clipped before anything else is done with it, whole characters only, each
 * word once. A pasted page costs as much as a line.
 */
export function wantedOf(query: string): string {
  // Blanks and repeated words take some of it.
  const start = fold(query.trimStart().slice(0, longestQuery * 4));
  const words = new Set(start.replace(halfPair, ' ').split(/\s+/));
  const clipped = [...words].join(' ').trim().slice(0, longestQuery);
  return clipped.replace(halfPair, '').trim();
}

/**
 * What a folded text is known by: its words, signs such as € and emoji, and of Han characters, which are written without
 * blanks, each one and each pair of neighbours.
 */
export function termsOf(folded: string): string[] {
  const terms: string[] = [];
  for (const word of folded.match(wordPattern) ?? []) {
    if (!isHanTerm(word)) {
      for (let at = 0; at === 0 || at + longestQuery < word.length; at += pieceStep) {
        terms.push(word.slice(at, at + longestWord));
      }
      continue;
    }
    let before = '';
    for (const character of word) {
      terms.push(character);
      if (before !== '') terms.push(before + character);
      before = character;
    }
  }
  return terms;
}

export const isHanTerm = (term: string) => isHan.test(term);

/** A letter or digit by itself is in nearly every text. */
export const isLoneLetter = (term: string) => loneLetter.test(term) && !isHanTerm(term);
