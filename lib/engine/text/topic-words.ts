import type { Token } from './analyse';
import { type Feature, wordFeatures } from './features';
import { isStopWord } from './stop-words';

/** Characters that only join others: a pair with one of them is no word of its own. */
const particles = new Set('的了吗呢吧啊呀么嘛们是我你您他她它这那很就都也还请');

/** The features that can be shown as matched: words that carry a topic, and pairs of Han. */
export function topicFeatures(tokens: readonly Token[]): Feature[] {
  return wordFeatures(tokens).filter(({ key, kind, token }) => {
    const { word, isHan } = tokens[token] ?? { word: key, isHan: false };
    if (kind === 'stem') return !isStopWord(word) && (word.length > 1 || /\p{N}/u.test(word));
    if (kind === 'han') return isHan && word === key && !isStopWord(key);
    if (kind !== 'han-pair' || isStopWord(key)) return false;
    const [first = '', second = ''] = key;
    if (particles.has(first) || particles.has(second)) return false;
    return !(isStopWord(first) && isStopWord(second));
  });
}
