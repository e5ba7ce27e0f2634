/** A page of the tests, saying something else. */
export function inOtherWords(page: string, words: readonly (readonly [string, string])[]): string {
  return words.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`The page does not say “${before}”`);
    return text.replaceAll(before, after);
  }, page);
}
