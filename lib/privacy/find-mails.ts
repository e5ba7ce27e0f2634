import type { TextRange } from '../domain/suggestion';

const local = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00c0-\u024f\u0370-\u04ff-]/;
const host = /[A-Za-z0-9.\u00c0-\u024f\u0370-\u04ff-]/;
const letter = /[A-Za-z0-9\u00c0-\u024f\u0370-\u04ff]/;

/**
 * Mail addresses in a folded text. Neither side of an `@` reaches past the next one, so every
 * character is looked at no more than twice.
 */
export function findMails(text: string): TextRange[] {
  const mails: TextRange[] = [];
  let free = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > free && local.test(text.charAt(from - 1))) from--;
    while (from < at && !letter.test(text.charAt(from))) from++;
    const until = hostEnd(text, at + 1);
    if (from === at || until === undefined) continue;
    mails.push([from, until]);
    free = until;
  }
  return mails;
}

/** Where the host's name ends; undefined for what has no top-level domain. */
function hostEnd(text: string, from: number): number | undefined {
  let until = from;
  let dot = -1;
  for (; until < text.length && host.test(text.charAt(until)); until++) {
    if (text.charAt(until) === '.' && letter.test(text.charAt(until - 1))) {
      if (/^[^\d.-][^\d.]/.test(hostPart(text, until + 1))) dot = until;
    }
  }
  if (dot < 0 || !letter.test(text.charAt(from))) return undefined;
  while (!letter.test(text.charAt(until - 1))) until--;
  return until;
}

/** The first two characters of a label, where both belong to the host's name. */
function hostPart(text: string, at: number): string {
  const two = text.slice(at, at + 2);
  return [...two].every((sign) => host.test(sign)) ? two : '';
}
