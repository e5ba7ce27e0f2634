import type { Entry } from '../../domain/entry';
import { foldTitle } from './join-drafts';

const allowed = /^[\p{L}\p{N}._-]{1,120}$/u;

/** A text as an id: its letters and digits, words parted by "-". Empty when it has none. */
export function slugOf(text: string): string {
  const slug = [
    ...text
      .slice(0, 400)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, '-'),
  ]
    .slice(0, 80)
    .join('');
  return slug.replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * Names the entries of an import: the id that the file gives, else that of the base's entry with the
 * same title, else one made from the title. The same file always gets the same ids.
 */
export function makeIdGiver(existing: readonly Entry[], inFile: ReadonlySet<string>) {
  const idByTitle = new Map<string, string>();
  for (const { id, title } of existing) {
    const folded = foldTitle(title);
    if (!idByTitle.has(folded)) idByTitle.set(folded, id);
  }
  const taken = new Set([...existing.map(({ id }) => id), ...inFile]);
  const given = new Set<string>();
  /** The next number to try: thousands of titles without a letter must not be counted anew each. */
  const numbers = new Map<string, number>();

  return (id: string | undefined, title: string): string => {
    if (id !== undefined) return allowed.test(id) ? id : slugOf(id);
    const known = idByTitle.get(foldTitle(title));
    if (known !== undefined && !given.has(known) && !inFile.has(known)) {
      given.add(known);
      return known;
    }
    const slug = slugOf(title) || 'entry';
    let free = slug;
    for (let number = numbers.get(slug) ?? 2; taken.has(free); number++) {
      free = `${slug}-${number}`;
      numbers.set(slug, number + 1);
    }
    taken.add(free);
    return free;
  };
}
