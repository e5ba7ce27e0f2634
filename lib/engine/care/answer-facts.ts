import { sentencesOf } from '../text/views';

/** What two answers name differently where they otherwise say much the same. */
export type FactDifference = {
  readonly kind: 'number' | 'day' | 'negation';
  /** As written in each answer; of a negation the sentences. */
  readonly one: readonly string[];
  readonly other: readonly string[];
};

type Sentence = {
  readonly text: string;
  /** Its words and Han characters, but for numbers, days and negations. */
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly days: ReadonlyMap<string, string>;
  readonly isNegated: boolean;
};

/** Two sentences of which this share of words is the same speak of the same thing. */
const leastAlike = 0.5;

const numberWords: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, `${value}`]),
);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

const dayPattern =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}[日号]|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b|\b(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b|(?:周|星期|礼拜)[一二三四五六日天]/giu;
const numberPattern =
  /\d+(?:[.,:]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千]+(?=个|天|日|小时|分钟|工作|元|块|次|件|折|年|周|星期|月|倍|成|公斤|斤|台|张|位|人|份|套|双|条|级|层|公里|米|升)/giu;
const negationPattern =
  /\b(?:not|cannot|never|no longer|unable|without)\b|\b\w+n['’]t\b|\bno\b(?! problem)|(?:不(?!过|仅|但|好意思|客气|久|妨|同|如|少|用客气|管|论|断|足|限)|没|无法|无需|未(?!来)|勿|别(?!的|人|处))/giu;
const falseNegations =
  /差不多|对不起|了不起|要不|可不可以|没关系|没问题|([能是会要行好有])[不没]\1/gu;
/** "No, it is not" says no once. */
const plainNo = /^\s*(?:no|nope|不(?:是|行|可以|能|会)?的?|没有)\s*[,.!，。！]/iu;

/** The differences in numbers, days and negations between sentences that are otherwise alike. */
export function factDifferences(one: string, other: string): FactDifference[] {
  const found: FactDifference[] = [];
  const others = sentencesIn(other);
  for (const sentence of sentencesIn(one)) {
    const twin = others
      .map((each) => ({ each, alike: alikeness(sentence, each) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (twin === undefined || twin.alike < leastAlike) continue;
    for (const kind of ['number', 'day'] as const) {
      const mine = kind === 'number' ? sentence.numbers : sentence.days;
      const theirs = kind === 'number' ? twin.each.numbers : twin.each.days;
      const onlyMine = [...mine].filter(([value]) => !theirs.has(value)).map(([, text]) => text);
      const onlyTheirs = [...theirs].filter(([value]) => !mine.has(value)).map(([, text]) => text);
      // A sentence that only says more does not contradict.
      if (onlyMine.length === 0 || onlyTheirs.length === 0) continue;
      found.push({ kind, one: onlyMine, other: onlyTheirs });
    }
    if (sentence.isNegated !== twin.each.isNegated) {
      found.push({ kind: 'negation', one: [sentence.text], other: [twin.each.text] });
    }
  }
  return found;
}

/** Whether a question asks for the opposite: "can I" and "why can't I" are two questions. */
export const isNegated = (text: string) =>
  plainNo.test(text) ||
  (text.replace(falseNegations, '').match(negationPattern)?.length ?? 0) % 2 === 1;

function sentencesIn(text: string): Sentence[] {
  return sentencesOf(text).map(({ start, end }) => sentenceOf(text.slice(start, end).trim()));
}

function sentenceOf(text: string): Sentence {
  const days = new Map<string, string>();
  const numbers = new Map<string, string>();
  const rest = text
    .replace(dayPattern, (day) => {
      days.set(dayOf(day), day);
      return ' ';
    })
    .replace(numberPattern, (number) => {
      numbers.set(numberOf(number.toLowerCase()), number);
      return ' ';
    });
  const plain = rest.replace(falseNegations, ' ').replace(negationPattern, ' ').toLowerCase();
  const words = plain.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+/gu) ?? [];
  return { text, words: new Set(words), numbers, days, isNegated: isNegated(rest) };
}

function alikeness(one: Sentence, other: Sentence): number {
  let both = 0;
  for (const word of one.words) if (other.words.has(word)) both++;
  return both / Math.sqrt(one.words.size * other.words.size || 1);
}

/** One form for "30 Nov", "November 30th", "11月30日" and "2026-11-30". */
function dayOf(day: string): string {
  const text = day.toLowerCase();
  const han = /[一二三四五六日天]$/.exec(text.replace(/\d.*/, ''));
  if (han !== null) return `weekday ${'日一二三四五六'.indexOf(han[0].replace('天', '日'))}`;
  const weekday = weekdays.findIndex((name) => text.startsWith(name));
  if (weekday >= 0 && !/\d/.test(text)) return `weekday ${weekday}`;
  const name = months.findIndex((month) => text.includes(month));
  const figures = (text.match(/\d+/g) ?? []).map(Number);
  return name >= 0 ? `${name + 1}-${figures[0]}` : figures.slice(-2).join('-');
}

const hanDigits = '零一二三四五六七八九';

function numberOf(text: string): string {
  const named = numberWords.get(text);
  if (named !== undefined) return named;
  if (!/\p{Script=Han}/u.test(text)) return text.replaceAll(',', '');
  let value = 0;
  let digit = 0;
  for (const character of text.replaceAll('两', '二')) {
    const power = { 十: 10, 百: 100, 千: 1000 }[character];
    if (power === undefined) digit = hanDigits.indexOf(character);
    else {
      value += (digit || 1) * power;
      digit = 0;
    }
  }
  return `${value + digit}`;
}
