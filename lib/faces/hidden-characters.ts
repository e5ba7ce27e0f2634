/**
 * What nobody sees and a customer gets all the same: direction marks that turn text around, spaces
 * of no width, soft hyphens, tags. Joiners (U+200C, U+200D) belong to scripts and emoji.
 */
const hidden =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
/** The flags of England, Scotland and Wales are spelled in tags. */
const flag = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** The invisible characters of a text, each once, as `U+202E`. */
export function hiddenCharacters(text: string): string[] {
  const found = new Set<string>();
  for (const [sign] of text.replace(flag, '').matchAll(hidden)) {
    found.add(`U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return [...found];
}

/** The text without them. */
export function withoutHidden(text: string): string {
  const flags = text.match(flag) ?? [];
  const between = text.split(flag).map((part) => part.replace(hidden, ''));
  return between.map((part, at) => part + (flags[at] ?? '')).join('');
}
