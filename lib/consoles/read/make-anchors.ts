import type { Message } from '../../domain/message';

/** What was seen of one conversation, newest first, and what it is called by. */
type Seen = { readonly anchor: string; readonly said: readonly string[] };

/** `isScrolled`: what is drawn is old, and of the conversation that was there before. */
type AnchorOf = (messages: readonly Message[], isScrolled: () => boolean) => string | undefined;

const mostSeen = 50;
const mostSaid = 500;

/**
 * Tells the conversations of one page apart by what is said in them, where nothing else does. A list
 * that shows more of its history, or another part of it, is the same one as long as it goes on from
 * what was seen; better one conversation too many than two customers' taken for one.
 */
export function makeAnchors(): AnchorOf {
  let all: readonly Seen[] = [];
  return (messages, isScrolled) => {
    const said = messages.flatMap(({ text }) => text || []).reverse();
    const oldest = said.at(-1);
    if (oldest === undefined) return undefined;
    const known = all.find((seen) => goesOn(seen.said, said));
    if (!known && all[0] && isScrolled()) return all[0].anchor;
    const isTaken = all.some(({ anchor }) => anchor === oldest);
    const anchor = known?.anchor ?? (isTaken ? said.join() : oldest);
    const next = { anchor, said: known ? joined(known.said, said) : said };
    all = [next, ...all.filter((seen) => seen !== known)].slice(0, mostSeen);
    return anchor;
  };
}

/** Whether one of the two ends within the other, or in a last message that was replaced. */
function goesOn(known: readonly string[], said: readonly string[]): boolean {
  const at = said.findIndex((one) => known.includes(one));
  const from = known.indexOf(said[at] ?? '');
  if (from < 0 || (at * from > 0 && at + from > 2)) return false;
  const shared = said.filter((one) => known.includes(one)).length;
  // Single words are said everywhere. Past both ends there is nothing, which is the same, too.
  return (
    said[at + 1] === known[from + 1] ||
    (shared > 1 && shared * 2 >= Math.min(known.length, said.length))
  );
}

function joined(known: readonly string[], said: readonly string[]): readonly string[] {
  const newer = known.indexOf(said[0] ?? '');
  const oldest = known.lastIndexOf(said.at(-1) ?? '');
  return [
    ...known.slice(0, Math.max(0, newer)),
    ...said,
    ...(oldest < 0 ? [] : known.slice(oldest + 1)),
  ].slice(0, mostSaid);
}
