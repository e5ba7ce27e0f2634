import { textLanguageOf } from '../../domain/text-language';
import type { Learned, Model } from '../index/model';
import { analyse, type Token } from './analyse';
import { stemOf, stemsIn } from './stem';

/** What is known by the words of the entries at hand, and in which languages beside English. */
export type KnownWords = Pick<Model, 'vocabulary' | 'corpus' | 'languages'> & {
  readonly learned: Pick<Learned, 'knows'> | undefined;
};

/**
 * The tokens of a message, stemmed as the entries were that it may ask for. A few words do not tell
 * their language: then it is the one in which most of them are known. A word that is not known in it
 * is taken for one of another, as people mix them.
 */
export function readMessage(known: KnownWords, text: string): Token[] {
  const { languages } = known;
  const tokens = analyse(text);
  if (languages.length === 0) return tokens;
  const own = ownLanguage(known, text, tokens);
  const order = [...new Set([own, '', ...languages])];
  return tokens.map((token) => {
    if (token.isRun) return token;
    const language = order.find((each) => knows(known, stemOf(token.word, each))) ?? own;
    return { ...token, stem: stemOf(token.word, language) };
  });
}

export function knows({ vocabulary, corpus, learned }: KnownWords, stem: string): boolean {
  const id = vocabulary.find(stem);
  return (id !== undefined && Boolean(corpus.idf[id])) || learned?.knows(stem) === true;
}

function ownLanguage(known: KnownWords, text: string, tokens: readonly Token[]): string {
  const told = textLanguageOf(text);
  const own = stemsIn(told);
  if (told !== undefined && (own === '' || known.languages.includes(own))) return own;
  let best = '';
  let most = 0;
  for (const language of ['', ...known.languages]) {
    const count = tokens.filter(
      ({ word, isRun }) => !isRun && knows(known, stemOf(word, language)),
    );
    if (count.length <= most) continue;
    best = language;
    most = count.length;
  }
  return best;
}
