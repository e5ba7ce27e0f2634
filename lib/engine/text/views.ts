/** A part of a message that is scored on its own, as UTF-16 offsets in the message. */
export type View = { readonly start: number; readonly end: number };

/** Ends of sentences and lines, and the words with which customers begin a second question. */
const breakPattern =
  /(?<![.!?])[.!?]+(?=\s|$)|[。！？!?；;…]+|[\r\n]+|(?=\b(?:and also|(?<!and )also|and another thing|another question|(?<!also )and (?:(?:can|could|may|shall|should|do|will|would) (?:i|we|you)|(?:how|when|where|why|which|what|who|is there|are there)))\b)|(?=另外|还有(?!没有)|顺便|以及)/giu;

/** Beyond this many the middle ones are left out: people ask at the beginning or at the end. */
const mostViews = 12;
/** In large bases fewer: each is asked of all entries. */
const mostWork = 600_000;
const fewestViews = 6;

/** The sentences of a message to so many entries, and the clauses that begin another question. */
export function sentencesOf(text: string, entries = 0): View[] {
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
  const most = mostViewsFor(entries);
  if (views.length <= most) return views;
  const first = Math.ceil(most / 2);
  return [...views.slice(0, first), ...views.slice(first - most)];
}

/** How many parts of a message may be asked of so many entries. */
export function mostViewsFor(entries: number): number {
  const affordable = Math.floor(mostWork / (entries || 1));
  return Math.min(mostViews, Math.max(fewestViews, affordable));
}
