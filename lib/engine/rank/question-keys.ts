/** From the questions' own words, so that more lines of a burst do not change them. */
export function keysOf(asked: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return asked.map((words) => {
    const key = hash(words);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}

/** Letters and numbers alone, so that "Hello??" and "hello" are one. */
export function wordsOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join(' ');
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return (state >>> 0).toString(36);
}
