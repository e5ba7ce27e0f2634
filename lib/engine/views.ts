/** A part of a message that is scored on its own, as UTF-16 offsets in the message. */
export type View = { readonly start: number; readonly end: number };

/** Ends of sentences and lines, and the words with which customers begin a second question. */
const breakPattern =
  /[.!?]+(?=\s|$)|[。！？!?；;…]+|[\r\n]+|(?=\b(?:and also|(?<!and )also|and another thing|another question)\b)|(?=另外|还有(?!没有)|顺便|以及)/giu;

/** Beyond this many the middle ones are left out: people ask at the beginning or at the end. */
const mostViews = 12;

/** The sentences of a message, and the clauses that begin another question. */
export function sentencesOf(text: string): View[] {
  const views: View[] = [];
  let start = 0;
  const push = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) views.push({ start, end });
  };
  for (const match of text.matchAll(breakPattern)) {
    const end = match.index + match[0].length;
    push(end);
    start = end;
  }
  push(text.length);
  if (views.length <= mostViews) return views;
  return [...views.slice(0, mostViews / 2), ...views.slice(-mostViews / 2)];
}
