import snowball from 'snowball-stemmers';
import { functionWords } from '../../domain/function-words';
import { wholeFormOf } from './short-forms';

type Stemmer = { stem(word: string): string };

/** Languages that have a stemmer (Snowball, snowballstem.org), under its name. */
const stemmers: { readonly [language: string]: string } = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** Stands between a stem and its language, if that is not English. No word has one. */
const mark = '@';

const scripts: { readonly [language: string]: RegExp } = {
  ...Object.fromEntries(
    ['ru', 'uk', 'bg', 'sr'].map((each) => [each, /^[\p{Script=Cyrillic}']+$/u]),
  ),
  ar: /^[\p{Script=Arabic}\p{M}]+$/u,
  hy: /^\p{Script=Armenian}+$/u,
  ta: /^[\p{Script=Tamil}\p{M}]+$/u,
};
const latin = /^[\p{Script=Latin}\p{M}']+$/u;

/**
 * The language whose stems stand for the words of a text in this one; '' when these are the English
 * ones. The words of others are kept apart from them: "die" and "gift" mean other things in German,
 * and what is known of English words must not be believed of them.
 */
export function stemsIn(language: string | undefined): string {
  if (language === undefined || language === 'en') return '';
  return functionWords.has(language) || language in stemmers ? language : '';
}

/** Far above the words of a working day; the store is emptied when a flood of odd words fills it. */
const mostKept = 50_000;
const longest = 40;
const kept = new Map<string, Map<string, string>>();
const made = new Map<string, Stemmer>();

/**
 * What stands for a lower-case word in a text with stems in this language: its Snowball stem without
 * accents, which many leave out, and behind it the language. The English one (Porter2) stands alone;
 * numbers, and words of other scripts, come back as they are.
 */
export function stemOf(word: string, language = ''): string {
  const known = kept.get(language) ?? new Map<string, string>();
  kept.set(language, known);
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= mostKept) known.clear();
  const stem = word.length > longest ? word : newStem(word, language);
  known.set(word, stem);
  return stem;
}

/** The language of a stem, or of a pair of them; '' for English, and what is no word. */
export function languageOfStem(stem: string): string {
  const at = stem.lastIndexOf(mark);
  return at < 0 ? '' : stem.slice(at + 1);
}

/** The stem without its language: most forms of the word begin with it. */
export function bareStem(stem: string): string {
  const at = stem.indexOf(mark);
  return at < 0 ? stem : stem.slice(0, at);
}

function newStem(word: string, language: string): string {
  if (language === '' || !(scripts[language] ?? latin).test(word)) {
    const whole = wholeFormOf(word);
    return /^[a-z']+$/.test(whole) ? stemmerOf('english').stem(whole) : whole;
  }
  const name = stemmers[language];
  const whole = wholeWord(word, language);
  const stem = name === undefined ? whole : stemmerOf(name).stem(whole);
  return `${withoutAccents(stem, language) || whole}${mark}${language}`;
}

function stemmerOf(name: string): Stemmer {
  const known = made.get(name);
  if (known !== undefined) return known;
  const stemmer: Stemmer = snowball.newStemmer(name);
  made.set(name, stemmer);
  return stemmer;
}

const elided = /^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|un|dell|all|nell|dall|sull|quest|quell)'/;

/** Without the little word before its apostrophe, or the endings behind it. */
function wholeWord(word: string, language: string): string {
  if (language === 'ru') return word.replaceAll('ё', 'е');
  if (!word.includes("'")) return word;
  if (language === 'tr') return word.replace(/'.*$/, '') || word;
  return ['fr', 'it', 'ca'].includes(language) ? word.replace(elided, '') || word : word;
}

/** Vietnamese tells words by them; й is no и with an accent. */
function withoutAccents(stem: string, language: string): string {
  if (language in scripts || language === 'vi') return stem;
  return stem
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o');
}
