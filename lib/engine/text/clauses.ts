import type { View } from './views';

/** A part of a message between two marks or words at which a customer may go over to a question. */
export type Clause = View & {
  /** Whether it begins its sentence or line. */
  readonly isFirst: boolean;
  /** "And" may go on with the same thing, "too" ends another one, "also" and 另外 begin one. */
  readonly adds: 'no' | 'maybe' | 'too' | 'surely';
};

/** Looked for only where a run of marks begins: a long one is read once. */
const sentenceEnds = /(?<![.!?])[.!?]+(?=\s|$)|[。！？!?؟；;…]+|[\r\n]+/g;
/** Commas, but not within a number; a space between Han characters; words that add something. */
const turns =
  /[,，]+(?!\d)|(?<=\p{Script=Han})[ \t\u3000](?=\p{Script=Han})|(?=\b(?<!\b(?:and|also|plus|but|or) )(?:and|also|plus|but|or)\b)|(?=(?<![我你您们要])另外|(?<!另外)(?:还有(?!没有)|顺便|以及|而且|对了))/giu;
const surely =
  /^[\s,，]*(?:and |but |or )?(?:also|plus|another (?:thing|question)|secondly|另外|还有|顺便|以及|而且|对了)/iu;
const too = /\b(?:as well|too|either|also)[\s,.!?]*$/iu;
const maybe = /^[\s,，]*(?:and|再|同时|然后)/iu;
const hasWords = /[\p{L}\p{N}]/u;

/** Cuts wherever a question may begin, which is oftener than one does. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let read = 0;
  let isFirst = true;
  const cut = (end: number) => {
    const isMarks = !hasWords.test(text.slice(read, end));
    read = end;
    if (isMarks) return;
    const words = text.slice(start, end);
    clauses.push({ start, end, isFirst, adds: additionIn(words, isFirst) });
    start = end;
    isFirst = false;
  };
  const endSentence = (end: number) => {
    const from = start;
    for (const turn of text.slice(from, end).matchAll(turns)) {
      cut(from + turn.index + turn[0].length);
    }
    cut(end);
    start = end;
    isFirst = true;
  };
  for (const { index, 0: mark } of text.matchAll(sentenceEnds)) endSentence(index + mark.length);
  endSentence(text.length);
  return clauses;
}

function additionIn(words: string, isFirst: boolean): Clause['adds'] {
  if (surely.test(words)) return 'surely';
  if (too.test(words)) return 'too';
  return maybe.test(words) || (!isFirst && words.includes('也')) ? 'maybe' : 'no';
}
