import { textLanguageOf } from '../../domain/text-language';
import { phrasingsOf } from '../../domain/words-print';
import { bestOf } from '../rank/best-of';
import { eligibleFor } from '../rank/eligible';
import type { EngineCue } from '../rank/ranking';
import { analyse, type Token } from '../text/analyse';
import { bareStem, stemsIn } from '../text/stem';
import type { HeldEntry } from './segment';

/** What an entry has of them fits into one number; of longer messages every so manieth is looked for. */
const mostTerms = 32;

/**
 * The entries that may be suggested and have most of the rare words of a message, found by reading all of them: for as
 * long as there is no index. 100,000 entries take some tenths of a second.
 */
export function likelyEntries(
  entries: readonly HeldEntry[],
  cue: EngineCue,
  most: number,
): HeldEntry[] {
  const { topics, talk } = eligibleFor(entries, cue, () => false);
  const all = [...topics, ...talk].map((at) => entries[at] as HeldEntry);
  const tokens = analyse(cue.text, stemsIn(textLanguageOf(cue.text)));
  const terms = spread([...new Set(tokens.flatMap(termsOf))]);
  const inEntries = new Int32Array(terms.length);
  const found = new Uint32Array(all.length);
  for (const [at, { entry }] of all.entries()) {
    const words = phrasingsOf(entry).join('\n').toLowerCase();
    let bits = 0;
    for (let term = 0; term < terms.length; term++) {
      if (!words.includes(terms[term] as string)) continue;
      bits |= 1 << term;
      inEntries[term] = (inEntries[term] as number) + 1;
    }
    found[at] = bits;
  }
  const rarity = Float32Array.from(inEntries, (count) => Math.log(1 + all.length / (1 + count)));
  const scores = Float32Array.from(found, (bits) => {
    let score = 0;
    for (let term = 0; bits >>> term !== 0 && term < terms.length; term++) {
      if ((bits >>> term) & 1) score += rarity[term] as number;
    }
    return score;
  });
  return bestOf([...scores.keys()], scores, most).map((at) => all[at] as HeldEntry);
}

/** The stem of a word begins all its forms; Han says little by one character. */
function termsOf({ isRun, word, stem }: Token): string[] {
  if (!isRun) return [word.startsWith(bareStem(stem)) ? bareStem(stem) : word];
  const characters = [...word];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function spread(terms: readonly string[]): string[] {
  const step = Math.max(1, terms.length / mostTerms);
  return Array.from(
    { length: Math.min(mostTerms, terms.length) },
    (_, at) => terms[Math.floor(at * step)] as string,
  );
}
