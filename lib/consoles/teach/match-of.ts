const longestPattern = 120;

/**
 * The pattern of the addresses that a taught recipe is for: this site, and of the path what goes
 * before the first number, which likely is a conversation's.
 */
export function matchOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const segments = pathname.split('/').slice(1, -1);
  const last = pathname.split('/').at(-1) ?? '';
  const upTo = segments.findIndex(isOneOfMany);
  const kept = upTo === -1 ? segments : segments.slice(0, upTo);
  // A page's own file is part of the place; a word at the end may be another conversation's.
  const file = upTo === -1 && /\.\w{2,5}$/.test(last) && !isOneOfMany(last) ? last : '';
  const start = `^${literal(origin)}/`;
  const path = [...kept.map((segment) => `${literal(segment)}/`), literal(file)];
  while ([start, ...path].join('').length > longestPattern) path.pop();
  return [start, ...path].join('');
}

const isOneOfMany = (segment: string) => /\d/.test(segment);
const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
