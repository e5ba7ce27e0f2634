import { madeOnce } from '../base/made-once';
import { functionWords } from './function-words';
import { isJapanese } from './japanese';

/** What is read of a text to tell its language. */
const mostRead = 500;
/** So much must speak for a language: a word that no other has, or some that others have too. */
const leastSure = 1;
/** And so much more than for any other: neighbours share many words. */
const leastLead = 1.4;
/**
 * One word alone tells a short text, if it is not too short itself: in a longer one it may be a name, or
 * a word of another language.
 */
const fewWords = 3;
const fewLetters = 3;

/** All that `textLanguageOf` tells from each other, beside English and Chinese. */
export const otherTextLanguages: readonly string[] = [
  ...functionWords.keys(),
  ...'ko th lo km my el he hy ka ta te ja ar fa ur hi'.split(' '),
].filter((language) => language !== 'en');

const onlyLatin = /^[\0-\u024f\u1e00-\u206f]*$/;
const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Scripts of one language that matters to customer service, and how many signs make about a word. */
const ownScripts = [
  [/\p{Script=Hangul}/gu, 'ko', 2],
  [/\p{Script=Thai}/gu, 'th', 4],
  [/\p{Script=Lao}/gu, 'lo', 4],
  [/\p{Script=Khmer}/gu, 'km', 4],
  [/\p{Script=Myanmar}/gu, 'my', 4],
  [/\p{Script=Greek}+/gu, 'el', 1],
  [/\p{Script=Hebrew}+/gu, 'he', 1],
  [/\p{Script=Armenian}+/gu, 'hy', 1],
  [/\p{Script=Georgian}+/gu, 'ka', 1],
  [/(?:\p{Script=Tamil}\p{M}*)+/gu, 'ta', 1],
  [/(?:\p{Script=Telugu}\p{M}*)+/gu, 'te', 1],
] as const;

/** Letters that tell languages from others of their script; each word with one counts for them. */
const tellingLetters: readonly (readonly [RegExp, ...string[]])[] = [
  [/ß/, 'de'],
  [/[äö]/, 'de', 'sv', 'fi', 'hu', 'tr'],
  [/ü/, 'de', 'tr', 'hu', 'es'],
  [/ñ/, 'es'],
  [/[ãõ]/, 'pt', 'vi'],
  [/[êèàùœ]/, 'fr', 'ca', 'it', 'pt'],
  [/ç/, 'fr', 'pt', 'tr', 'ca'],
  [/å/, 'sv', 'da', 'nb'],
  [/[øæ]/, 'da', 'nb'],
  [/[őű]/, 'hu'],
  [/[ğı]/, 'tr'],
  [/[łżźąęśń]/, 'pl'],
  [/[řěů]/, 'cs'],
  [/[čšž]/, 'cs', 'sl'],
  [/[șță]/, 'ro'],
  [/[ơưđạảấầẩậắằặẹẻếềểễệịỉọỏốồổộớờởợụủứừửựỳỹ]/, 'vi'],
  [/[ыэё]/, 'ru'],
  [/[іїєґ]/, 'uk'],
  [/[љњђћџј]/, 'sr'],
  [/ъ/, 'bg', 'ru'],
];
const letterWeight = 0.6;

/**
 * The language that a text is written in, as its BCP 47 code; undefined where it cannot be told. By
 * its script, or else by its function words and letters: a few words without any tell nothing.
 */
export function textLanguageOf(text: string): string | undefined {
  const read = text.slice(0, mostRead).normalize('NFKC').toLowerCase();
  const words = read.match(wordPattern) ?? [];
  if (!onlyLatin.test(read)) {
    const { language, weight } = scriptLanguage(read);
    const others = words.filter((word) => /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word));
    if (weight > others.length) return language;
  }
  return byWords(words);
}

/** The language of the script that most is written in, and about how many words there are of it. */
function scriptLanguage(read: string): { readonly language: string | undefined; weight: number } {
  const han = read.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = read.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  let best: { language: string | undefined; weight: number } = isJapanese(read)
    ? { language: 'ja', weight: (han + kana) / 2 }
    : { language: 'zh', weight: han };
  for (const [signs, language, perWord] of ownScripts) {
    const weight = (read.match(signs)?.length ?? 0) / perWord;
    if (weight > best.weight) best = { language, weight };
  }
  const arabic = read.match(/\p{Script=Arabic}+/gu)?.length ?? 0;
  if (arabic > best.weight) best = { language: arabicLanguage(read), weight: arabic };
  const devanagari = read.match(/(?:\p{Script=Devanagari}\p{M}*)+/gu)?.length ?? 0;
  if (devanagari > best.weight) best = { language: devanagariLanguage(read), weight: devanagari };
  return best;
}

function arabicLanguage(read: string): string {
  if (/[ٹڈڑںے]/.test(read)) return 'ur';
  return /[پچژگ]/.test(read) ? 'fa' : 'ar';
}

function devanagariLanguage(read: string): string | undefined {
  return /(?:^|\s)(?:है|हैं|का|की|के|में|को|से|क्या|कैसे|और|नहीं)(?=$|[\s.,?!।])/.test(read)
    ? 'hi'
    : undefined;
}

const languages = [...functionWords.keys()];

/** By word the places of its languages in `languages`. */
const languagesByWord = madeOnce(() => {
  const found = new Map<string, number[]>();
  languages.forEach((language, at) => {
    for (const word of functionWords.get(language) ?? []) {
      found.set(word, [...(found.get(word) ?? []), at]);
    }
  });
  return found;
});

function byWords(words: readonly string[]): string | undefined {
  const scores = new Float64Array(languages.length);
  const table = languagesByWord();
  let telling = 0;
  const add = (word: string) => {
    const own = table.get(word);
    if (own === undefined) return;
    telling += word.length > fewLetters && words.length <= fewWords ? 2 : 1;
    for (const at of own) scores[at] = (scores[at] as number) + 1 / own.length;
  };
  for (const each of words) {
    const word = each.replaceAll('’', "'");
    for (const part of partsOf(word)) add(part);
    if (onlyAscii.test(word)) continue;
    for (const [letters, ...own] of tellingLetters) {
      if (!letters.test(word)) continue;
      telling++;
      for (const language of own) {
        const at = languages.indexOf(language);
        scores[at] = (scores[at] as number) + letterWeight / own.length;
      }
    }
  }
  let best = 0;
  let second = 0;
  let at = -1;
  scores.forEach((score, place) => {
    if (score > best) {
      second = best;
      best = score;
      at = place;
    } else if (score > second) second = score;
  });
  if (best < leastSure || best < leastLead * second) return undefined;
  return telling > 1 ? languages[at] : undefined;

  /** "l'adresse" begins with a function word, "what's" is one and ends with another. */
  function partsOf(word: string): string[] {
    const at = table.has(word) ? -1 : word.indexOf("'");
    if (at < 0) return [word];
    const head = word.slice(0, at + 1);
    return table.has(head) ? [head, word.slice(at + 1)] : [word.slice(0, at)];
  }
}

const onlyAscii = /^[\0-\x7f]*$/;
