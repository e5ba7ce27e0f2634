import type { Unit } from './read-units';

/** Phrases by their units, so that a message is searched for all of them in one pass. */
export type PhraseTree<Value> = {
  add(notation: string, value: Value): void;
  /** The phrase with most units among those that begin at this place. */
  longestAt(units: readonly Unit[], place: number): Found<Value> | undefined;
  /** Whether a phrase has this word. */
  knows(word: string): boolean;
};

export type Found<Value> = {
  readonly value: Value;
  /** The units that are the phrase's own, without those in its gaps. */
  readonly places: readonly number[];
};

type Node<Value> = {
  next?: Map<string, Node<Value>>;
  /** Lengths of the `word*` that may follow. */
  prefixes?: Set<number>;
  value?: Value;
};

/** How many units a gap may leave out. */
const widestGap = { word: 3, han: 6 };
const numbers =
  /^(?:\d+|a few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|couple|dozen|[一二两三四五六七八九十几百半数])$/;
const notationPattern =
  /\(([^)]*)\)|[…#]|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'])+\*?/gu;

export function createPhraseTree<Value>(): PhraseTree<Value> {
  const root: Node<Value> = {};
  const words = new Set<string>();

  function step(node: Node<Value>, key: string): Node<Value> {
    words.add(key);
    if (key.endsWith('*')) {
      node.prefixes ??= new Set();
      node.prefixes.add(key.length - 1);
    }
    node.next ??= new Map();
    let next = node.next.get(key);
    if (next === undefined) {
      next = {};
      node.next.set(key, next);
    }
    return next;
  }

  /** Every end that the notation leads to from here: one for each of its alternatives. */
  function follow(starts: readonly Node<Value>[], notation: string): Node<Value>[] {
    let ends = [...starts];
    for (const [key, choices] of notation.matchAll(notationPattern)) {
      ends =
        choices === undefined
          ? ends.map((node) => step(node, key))
          : choices.split('/').flatMap((choice) => follow(ends, choice));
    }
    return ends;
  }

  function add(notation: string, value: Value) {
    for (const end of follow([root], notation)) {
      // The first table that has a phrase keeps it.
      if (end !== root) end.value ??= value;
    }
  }

  function longestAt(units: readonly Unit[], place: number): Found<Value> | undefined {
    let best: Found<Value> | undefined;
    const walk = (node: Node<Value>, at: number, places: readonly number[]) => {
      if (node.value !== undefined && places.length > (best?.places.length ?? 0)) {
        best = { value: node.value, places };
      }
      const unit = units[at];
      if (unit === undefined) return;
      const gap = node.next?.get('…');
      if (gap !== undefined) {
        for (let skipped = 0; ; skipped++) {
          walk(gap, at + skipped, places);
          const passed = units[at + skipped];
          if (passed?.kind !== 'word' && passed?.kind !== 'han') break;
          if (skipped >= widestGap[passed.kind]) break;
        }
      }
      if (unit.kind !== 'word' && unit.kind !== 'han') return;
      const exact = node.next?.get(unit.key);
      if (exact !== undefined) walk(exact, at + 1, [...places, at]);
      const number = numbers.test(unit.key) ? node.next?.get('#') : undefined;
      if (number !== undefined) {
        let end = at + 1;
        while (end < at + 3 && numbers.test(units[end]?.key ?? '')) end++;
        walk(number, end, [...places, at]);
      }
      for (const length of node.prefixes ?? []) {
        const prefix = node.next?.get(`${unit.key.slice(0, length)}*`);
        if (prefix !== undefined) walk(prefix, at + 1, [...places, at]);
      }
    };
    walk(root, place, []);
    return best;
  }

  return { add, longestAt, knows: (word) => words.has(word) };
}
