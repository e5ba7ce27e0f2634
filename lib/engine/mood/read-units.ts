/** A word, a Han character, a sign or a mark of punctuation, where it stands in a message. */
export type Unit = {
  readonly kind: 'word' | 'han' | 'sign' | 'mark';
  /** What the tables are searched for: lower case, and letters said three times said once. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Written in capitals, or with letters said three times and more. */
  readonly isLoud: boolean;
  /** Which line of the message: every message of a burst has a line of its own. */
  readonly turn: number;
};

/** Of longer messages only both ends are read; as in `analyse`, no message can hold the worker up. */
const longestRead = 4_000;

const unitPattern =
  /\n|\p{Script=Latin}{1,12}[*#@$%]{2,}\p{Script=Latin}{0,12}|[!?！？]+|[.,;:…—。，；、：~～]+(?=\s|$|\p{Script=Han})|\[\p{L}{1,3}\]|(?:>?[:;]-?[()D/|])|<3|\^_?\^|(?<!\p{L})T[_.]T|\p{Extended_Pictographic}\uFE0F?|(\p{Script=Han})\1*|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|[.,;:…—。，；、：~～]+|["“”「」]/gu;

const word = /^(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])/u;
const sign = /^(?:\p{L}+[*#@$%]|\p{Extended_Pictographic}|\[|[:;]-?[()D/|]|>:|<3|\^|T[_.]T)/u;

/** The units of a message in their order. `knows` tells which of "good" and "god" "goood" is. */
export function readUnits(text: string, knows: (word: string) => boolean): Unit[] {
  const units: Unit[] = [];
  let turn = 0;
  const read = (part: string, offset: number) => {
    for (const match of part.matchAll(unitPattern)) {
      const [raw] = match;
      const start = offset + match.index;
      const at = { start, end: start + raw.length, turn };
      if (raw === '\n') {
        turn++;
        units.push({ ...at, kind: 'mark', key: raw, isLoud: false });
      } else if (match[1] !== undefined) {
        readHan(raw, at, units);
      } else if (sign.test(raw)) {
        units.push({ ...at, kind: 'sign', key: raw, isLoud: false });
      } else if (word.test(raw)) {
        units.push({ ...at, kind: 'word', ...readWord(raw, knows) });
      } else {
        units.push({ ...at, kind: 'mark', key: raw, isLoud: false });
      }
    }
  };
  if (text.length <= longestRead) {
    read(text, 0);
  } else {
    read(text.slice(0, longestRead / 2), 0);
    turn++;
    read(text.slice(-longestRead / 2), text.length - longestRead / 2);
  }
  return units;
}

/** A character said three times and more is one said loudly; laughter keeps two. */
function readHan(raw: string, at: Pick<Unit, 'start' | 'end' | 'turn'>, into: Unit[]): void {
  const [first = raw] = raw;
  const count = raw.length / first.length;
  if (count >= 3 && !'哈呵嘿嘻'.includes(first)) {
    into.push({ ...at, kind: 'han', key: first, isLoud: true });
    return;
  }
  for (let place = 0; place < count; place++) {
    const start = at.start + place * first.length;
    // The rest of a long laughter adds nothing to its second character.
    const isLast = place === 1 || place === count - 1;
    const end = isLast ? at.end : start + first.length;
    into.push({ kind: 'han', key: first, start, end, turn: at.turn, isLoud: count >= 3 });
    if (isLast && place === 1) break;
  }
}

const withoutApostrophe =
  /^(?:do|does|did|is|are|was|were|ca|wo|would|could|should|have|has|had|ai)nt$/;

function readWord(raw: string, knows: (word: string) => boolean): Pick<Unit, 'key' | 'isLoud'> {
  let key = raw.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  const isLong = /(\p{L})\1\1/u.test(key);
  if (isLong) {
    const once = key.replace(/(\p{L})\1\1+/gu, '$1');
    const two = key.replace(/(\p{L})\1\1+/gu, '$1$1');
    key = knows(two) ? two : once;
  }
  if (withoutApostrophe.test(key)) key = `${key.slice(0, -1)}'t`;
  const isCapital = raw.length >= 3 && /^(?:\p{Lu}|['’])+$/u.test(raw);
  return { key, isLoud: isLong || isCapital };
}
