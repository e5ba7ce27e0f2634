import { madeOnce } from '../../base/made-once';
import type { Mood } from '../../domain/mood';
import { signOf } from './mood-signs';
import { type MoodModifiers, type MoodTable, strengths } from './mood-table';
import { englishModifiers, englishMoodWords } from './mood-words-en';
import { chineseModifiers, chineseMoodWords } from './mood-words-zh';
import { createPhraseTree, type PhraseTree } from './phrase-tree';
import { readUnits, type Unit } from './read-units';

/** A phrase or sign found in a message, with what its surroundings made of it. */
export type MoodFinding = {
  readonly mood: Mood;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  readonly turn: number;
  /** The first unit, and the first one after it. */
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
};

type Meaning = { readonly mood: Mood; readonly weight: number } | 'none';

// Not when the script is loaded: that is when a start waits for it.
const phrasesOf = madeOnce(() => {
  const phrases = createPhraseTree<Meaning>();
  for (const table of [englishMoodWords, chineseMoodWords]) addTable(phrases, table);
  return phrases;
});

function addTable(phrases: PhraseTree<Meaning>, table: MoodTable) {
  const add = (list: string | undefined, meaning: Meaning) => {
    for (const phrase of list?.split(',') ?? []) phrases.add(phrase, meaning);
  };
  add(table.none, 'none');
  for (const mood of ['angry', 'frustrated', 'worried', 'pleased', 'calm'] as const) {
    for (const strength of ['strong', 'plain', 'weak'] as const) {
      add(table[mood][strength], { mood, weight: strengths[strength] });
    }
  }
}

const modifiers: Readonly<Record<keyof MoodModifiers, ReadonlySet<string>>> = {
  negators: bothOf('negators'),
  between: bothOf('between'),
  intensifiers: bothOf('intensifiers'),
  softeners: bothOf('softeners'),
};

function bothOf(kind: keyof MoodModifiers): Set<string> {
  return new Set([englishModifiers, chineseModifiers].flatMap((table) => listOf(table[kind])));
}

function listOf(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}

/** What a negated mood turns into, and how much of its weight is left. */
const negated: { readonly [mood in Mood]: readonly [Mood, number] } = {
  calm: ['calm', 0],
  pleased: ['frustrated', 1],
  worried: ['calm', 0.5],
  frustrated: ['calm', 0.5],
  angry: ['calm', 0.5],
};
const thanks = /thank|thx|谢/i;

/** All that shows a mood in a message, in its order. */
export function findMoodWords(text: string): { units: Unit[]; findings: MoodFinding[] } {
  const phrases = phrasesOf();
  const units = readUnits(text, phrases.knows);
  const findings: MoodFinding[] = [];
  const taken = new Set<number>();
  units.forEach((unit, place) => {
    if (taken.has(place)) return;
    if (unit.kind === 'sign') {
      const meaning = signOf(unit.key);
      if (meaning) {
        findings.push({ ...unit, ...meaning, from: place, to: place + 1, isNegated: false });
      }
      return;
    }
    if (asksBothWays(units, place)) return;
    const found = phrases.longestAt(units, place);
    if (found === undefined) return;
    for (const at of found.places) taken.add(at);
    if (found.value !== 'none') {
      findings.push(modified(units, text, found.value, place, (found.places.at(-1) ?? place) + 1));
    }
  });
  return { units, findings };
}

/** The 不 of "满不满意": it asks, it does not deny. */
function asksBothWays(units: readonly Unit[], place: number): boolean {
  return units[place]?.key === '不' && units[place - 1]?.key === units[place + 1]?.key;
}

/** Weighs a phrase by the words before it and the way it is written. */
function modified(
  units: readonly Unit[],
  text: string,
  meaning: Exclude<Meaning, 'none'>,
  from: number,
  to: number,
): MoodFinding {
  const own = units.slice(from, to);
  const first = units[from];
  const end = own.at(-1)?.end ?? 0;
  let { mood, weight } = meaning;
  let start = first?.start ?? 0;
  let negators = 0;
  let isIntense = own.some((unit) => unit.isLoud);
  let isSoft = false;
  const reach = first?.kind === 'han' ? 6 : 5;
  const canBeNegated = !thanks.test(text.slice(start, end));
  for (let at = from - 1; at >= 0 && at >= from - reach; at--) {
    const unit = units[at];
    if (unit === undefined || unit.kind === 'mark' || unit.kind === 'sign') break;
    const { key } = unit;
    if (modifiers.negators.has(key)) {
      if (asksBothWays(units, at)) break;
      if (canBeNegated) {
        negators++;
        start = unit.start;
      }
    } else if (modifiers.softeners.has(key)) isSoft = true;
    else if (modifiers.intensifiers.has(key)) isIntense = true;
    else if (!modifiers.between.has(key)) break;
  }
  const isNegated = negators % 2 === 1;
  if (isNegated) {
    const [turned, share] = negated[mood];
    mood = turned;
    weight *= share;
  } else if (negators > 0) weight *= 0.4;
  if (isSoft) weight *= 0.7;
  else if (isIntense) weight *= 1.4;
  const turn = first?.turn ?? 0;
  return { mood, weight, start, end, turn, from, to, isNegated };
}
