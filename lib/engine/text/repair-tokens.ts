import type { Model } from '../index/model';
import { senseOf } from '../sense/word-senses';
import type { Token } from './analyse';
import { type KnownWords, knows } from './read-message';
import { languageOfStem, stemOf } from './stem';

/**
 * The tokens with the words that no phrasing has replaced by the known ones meant by them, of the
 * same language: one letter makes of a German word an English one too easily.
 */
export function repairTokens(
  model: KnownWords & Pick<Model, 'spelling'>,
  tokens: readonly Token[],
): Token[] {
  return tokens.map((token) => {
    if (token.isRun || knows(model, token.stem) || senseOf(token.stem) !== undefined) return token;
    const meant = model.spelling.repair(token.word);
    if (meant === undefined) return token;
    const stem = stemOf(meant, languageOfStem(token.stem));
    if (model.languages.length > 0 && !knows(model, stem)) return token;
    return { ...token, word: meant, stem };
  });
}
