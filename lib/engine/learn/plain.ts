/** Texts that differ only in case and blanks are one phrasing. */
export const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
