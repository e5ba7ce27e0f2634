import type { MessageScores } from './score-message';

/** One question of a message: UTF-16 offsets, and a key that stays when the message grows. */
export type Question = { readonly key: string; readonly start: number; readonly end: number };

/** An entry that explains so much of another sentence's best score makes it the same question. */
const sameQuestion = 0.6;

/**
 * Cuts a message into its questions. One begins at each sentence that claims an entry of its own;
 * what claims none belongs to the question before it, or to the first. There is always one.
 * @param claims for each sentence the place of the entry that answers it, where one surely does
 */
export function questionsOf(
  text: string,
  { views, bySentence }: Pick<MessageScores, 'views' | 'bySentence'>,
  claims: readonly (number | undefined)[],
): Question[] {
  const leads: { readonly sentence: number; readonly entry: number; times: number }[] = [];
  claims.forEach((entry, sentence) => {
    if (entry === undefined) return;
    const asked = leads.find((lead) => isSame(lead, { sentence, entry }));
    if (asked === undefined) leads.push({ sentence, entry, times: 1 });
    else if (asked !== leads.at(-1) || saysAsMuch(asked.sentence, sentence)) asked.times++;
  });
  if (leads.length < 2) leads.splice(0, 1, leads[0] ?? { sentence: 0, entry: -1, times: 1 });
  // Who asks again has no answer yet, whatever was ticked: then it is another key.
  const keys = keysOf(
    leads.map(({ sentence, times }) =>
      times === 1 ? sentenceAt(sentence) : `${sentenceAt(sentence)} ${times}`,
    ),
  );
  return leads.map(({ sentence }, at) => {
    const next = leads[at + 1];
    const start = at === 0 ? 0 : (views[sentence]?.start ?? 0);
    const end = next === undefined ? text.length : (views[next.sentence]?.start ?? text.length);
    return { key: keys[at] ?? '', ...trimmed(start, end) };
  });

  function isSame(
    one: { readonly sentence: number; readonly entry: number },
    other: { readonly sentence: number; readonly entry: number },
  ): boolean {
    if (one.entry === other.entry) return true;
    return (
      scoreOf(other.sentence, one.entry) >= sameQuestion * scoreOf(other.sentence, other.entry) ||
      scoreOf(one.sentence, other.entry) >= sameQuestion * scoreOf(one.sentence, one.entry)
    );
  }

  function saysAsMuch(one: number, other: number): boolean {
    return wordsOf(sentenceAt(one)) === wordsOf(sentenceAt(other));
  }

  function scoreOf(sentence: number, entry: number): number {
    return bySentence[sentence]?.[entry] ?? 0;
  }

  function sentenceAt(sentence: number): string {
    const view = views[sentence];
    return view === undefined ? text : text.slice(view.start, view.end);
  }

  function trimmed(start: number, end: number) {
    const part = text.slice(start, end);
    const from = start + (part.length - part.trimStart().length);
    return { start: from, end: Math.max(from, start + part.trimEnd().length) };
  }
}

/** From the question's own words, so that more lines of a burst do not change it. */
function keysOf(sentences: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return sentences.map((sentence) => {
    const key = hash(wordsOf(sentence));
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}

function wordsOf(sentence: string): string {
  const words =
    sentence
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
