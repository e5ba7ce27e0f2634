import type { Role } from '../../domain/message';
import { type RoleSigns, type RowSigns, signsOf } from './row-signs';
import { isEitherOnes, roleOfWord } from './words';

const weights = { word: 3, author: 2.5, side: 2, colour: 1, note: 5, middle: 2.5 } as const;

export type Verdict = { readonly role: Role; readonly margin: number };

/** Who wrote a row, by all that speaks for one or the other; undefined when nothing does. */
export function judge(row: RowSigns, signs: RoleSigns): Verdict | undefined {
  const votes = new Map<Role, number>();
  const vote = (role: Role | undefined, weight: number) => {
    if (role !== undefined) votes.set(role, (votes.get(role) ?? 0) + weight);
  };
  for (const role of new Set([...row.words].map((word) => signs.words[word]))) {
    vote(role, weights.word);
  }
  if (row.author !== undefined) vote(signs.authors[row.author], weights.author);
  const bySide = signs.sides[row.side];
  vote(bySide, row.side === 'middle' ? weights.middle : weights.side);
  vote(signs.colours[row.colour], weights.colour);
  if (row.isNoteLike && bySide !== 'customer') vote('note', weights.note);
  if (row.isDelivered) vote('agent', weights.word);
  const [first, second] = [...votes].sort((one, other) => other[1] - one[1]);
  if (first === undefined) return undefined;
  return { role: first[0], margin: (first[1] - (second?.[1] ?? 0)) / first[1] };
}

/** Reads a row's role as it now stands in the page. */
export function roleBySigns(row: Element, signs: RoleSigns): Role | undefined {
  const column = row.parentElement?.getBoundingClientRect();
  if (column === undefined) return undefined;
  let at: Element | null = row;
  for (let steps = 0; at !== null && steps < 12; steps++) {
    const seen = signsOf(at, column);
    const verdict = judge(seen, signs);
    if (verdict !== undefined) return verdict.role;
    if (signs.inherits === 'no') return undefined;
    at = signs.inherits === 'previous' ? at.previousElementSibling : at.nextElementSibling;
  }
  return undefined;
}

/** Learns from the rows of a page what its sides, names and colours mean. */
export function learnSigns(
  rows: readonly RowSigns[],
  customerName: string | undefined,
  inherits: RoleSigns['inherits'],
  oldestAuthor: string | undefined,
): RoleSigns {
  const words: Record<string, Role> = {};
  for (const word of new Set(rows.flatMap((row) => [...row.words]))) {
    const share = (of: readonly RowSigns[]) =>
      of.filter((row) => row.words.has(word)).length / Math.max(1, of.length);
    const at = (side: string) => rows.filter((row) => row.side === side);
    // What all rows show tells none from another, nor does what stands at both sides.
    if (share(rows) > 0.9 || Math.min(share(at('start')), share(at('end'))) > 0.6) continue;
    const plain = word.replace(/^not /, '');
    const role = roleOfWord(plain);
    if (role === undefined || (isEitherOnes(plain) && isTwoSided(rows))) continue;
    if (!word.startsWith('not ')) words[word] = role;
    else if (role === 'agent') words[word] = 'customer';
    else if (role === 'customer') words[word] = 'agent';
  }
  const empty: RoleSigns = { words, sides: {}, authors: {}, colours: {}, inherits };
  const authors = learnAuthors(rows, empty, customerName, oldestAuthor);
  const sides = learnSides(rows, { ...empty, authors });
  const known = { ...empty, authors, sides };
  return { ...known, colours: learnColours(rows, known) };
}

function learnAuthors(
  rows: readonly RowSigns[],
  signs: RoleSigns,
  customerName: string | undefined,
  oldestAuthor: string | undefined,
): Record<string, Role> {
  const names = [...new Set(rows.flatMap(({ author }) => author ?? []))];
  const authors: Record<string, Role> = {};
  for (const name of names) {
    const own = rows.filter(({ author }) => author === name);
    const words = name.toLowerCase().split(/[^\p{L}]+/u);
    const byWord = words.map(roleOfWord).find(Boolean) ?? chineseRole(name);
    const judged = majority(own.flatMap((row) => judge(row, signs)?.role ?? []));
    const isCustomer = customerName !== undefined && name.startsWith(customerName);
    const role = isCustomer ? 'customer' : (byWord ?? (own.length > 1 ? judged : undefined));
    if (role !== undefined) authors[name] = role;
  }
  // Customers begin, where nothing else is known of two who write to each other.
  if (Object.keys(authors).length === 0 && oldestAuthor !== undefined && !isTwoSided(rows)) {
    authors[oldestAuthor] = 'customer';
  }
  // With the customer known by name, whoever else writes more than once answers.
  if (Object.values(authors).includes('customer')) {
    for (const name of names) {
      const isOften = rows.filter(({ author }) => author === name).length > 1;
      if (authors[name] === undefined && isOften) authors[name] = 'agent';
    }
  }
  return authors;
}

const chineseRole = (name: string): Role | undefined =>
  /客服|坐席/.test(name) ? 'agent' : /客户|买家|访客/.test(name) ? 'customer' : undefined;

function learnSides(rows: readonly RowSigns[], signs: RoleSigns): RoleSigns['sides'] {
  if (!isTwoSided(rows)) return {};
  const at = (side: string) => rows.filter((row) => row.side === side);
  const judged = (side: string) =>
    majority(
      at(side).flatMap((row) => {
        const role = judge({ ...row, isNoteLike: false }, signs)?.role;
        return role === 'agent' || role === 'customer' ? role : [];
      }),
    );
  const [start, end] = [judged('start'), judged('end')];
  const isTurned = start === 'agent' || (start === undefined && end === 'customer');
  return isTurned
    ? { start: 'agent', end: 'customer', middle: 'system' }
    : { start: 'customer', end: 'agent', middle: 'system' };
}

const isTwoSided = (rows: readonly RowSigns[]) =>
  rows.some(({ side }) => side === 'start') && rows.some(({ side }) => side === 'end');

function learnColours(rows: readonly RowSigns[], signs: RoleSigns): Record<string, Role> {
  const colours: Record<string, Role> = {};
  for (const colour of new Set(rows.map((row) => row.colour))) {
    const roles = rows
      .filter((row) => row.colour === colour && colour !== '')
      .flatMap((row) => judge(row, signs)?.role ?? []);
    const role = majority(roles);
    const isClear = roles.length > 1 && roles.every((one) => one === role);
    if (role !== undefined && isClear) colours[colour] = role;
  }
  return colours;
}

function majority(roles: readonly Role[]): Role | undefined {
  const counts = new Map<Role, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
