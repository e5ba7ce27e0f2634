import type { Token } from './analyse';
import { type Feature, wordFeatures } from './features';
import { languageOfStem } from './stem';
import { isStopWord } from './stop-words';

/** Characters that only join others: a pair with one of them is no word of its own. */
const particles = new Set('的了吗呢吧啊呀么嘛们是我你您他她它这那很就都也还请');
/** Endings and little words of Korean, Thai and Japanese: what is a part of them tells no topic. */
const littleWords = `습니다 합니다 입니다 됩니다 하세요 주세요 으세요 해요 어요 아요 예요 이에요 나요 까요 는데 니까 하고
싶어요 있나요 있어요 없어요 되나요 어떻게 언제 어디서 무엇 얼마나 ครับ ค่ะ คะ ได้ไหม ได้ ไม่ ยัง แล้ว ที่ไหน เมื่อไหร่ อยาก หน่อย
ของ และ หรือเปล่า ยังไง เป็น มี จะ です ます ました ません ください いつ どこ どう なに たい`;

/** Whether a feature by itself carries a topic: a stem, or one sign of a run. */
export function isTopic({ key, kind, token }: Feature, tokens: readonly Token[]): boolean {
  if (kind === 'sign') return !particles.has(key) && !isStopWord(key);
  const word = tokens[token]?.word ?? key;
  return kind === 'stem' && !isStopWord(word, languageOfStem(key)) && word.length > 1;
}

/** The features that can be shown as matched: words that carry a topic, and pairs of signs in runs. */
export function topicFeatures(tokens: readonly Token[]): Feature[] {
  return wordFeatures(tokens).filter(({ key, kind, token }) => {
    const { word, isRun } = tokens[token] ?? { word: key, isRun: false };
    if (kind === 'stem')
      return !isStopWord(word, languageOfStem(key)) && (word.length > 1 || /\p{N}/u.test(word));
    if (kind === 'sign') return isRun && word === key && !isStopWord(key);
    if (kind !== 'signs' || isStopWord(key)) return false;
    if (littleWords.includes(key)) return false;
    const [first = '', second = ''] = key;
    if (particles.has(first) || particles.has(second)) return false;
    return !(isStopWord(first) && isStopWord(second));
  });
}
