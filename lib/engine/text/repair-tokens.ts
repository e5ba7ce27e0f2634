import type { Learned, Model } from '../index/model';
import { senseOf } from '../sense/word-senses';
import type { Token } from './analyse';
import { stemOf } from './stem';

/** The tokens with the words that no phrasing has replaced by the known ones meant by them. */
export function repairTokens(
  {
    vocabulary,
    corpus,
    spelling,
    learned,
  }: Pick<Model, 'vocabulary' | 'corpus' | 'spelling'> & {
    readonly learned: Pick<Learned, 'knows'> | undefined;
  },
  tokens: readonly Token[],
): Token[] {
  return tokens.map((token) => {
    if (token.isRun) return token;
    const id = vocabulary.find(token.stem);
    if (id !== undefined && corpus.idf[id]) return token;
    if (learned?.knows(token.stem) || senseOf(token.stem) !== undefined) return token;
    const meant = spelling.repair(token.word);
    return meant === undefined ? token : { ...token, word: meant, stem: stemOf(meant) };
  });
}
