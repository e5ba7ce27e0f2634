import { functionWords } from '../../domain/function-words';

/**
 * Words that carry no topic. They still count in the votes, where their rarity decides; they are
 * left out only of the words shown to the agent as the reason for a suggestion, and of the share
 * of a message that a suggestion explains.
 */
const english = `a about after again all also am an and any anyone are as at be because been but by can cannot
could did do does doing don't dont else even ever for from get getting go going got had has have having hello help
hey hi how i i'd i'll i'm i've id if im in into is isn't it it's its itself ive just know let like me mine my
myself need no not now of off oh ok on one or our out over please pls really so some still sure tell than thank
thanks that that's the their them then there there's these they thing this those though to too u up us very want
was we well were what what's whats when where which while who why will with without would wouldn't yes yet you
your yours`;

const chinese = `的 了 吗 呢 吧 啊 呀 嘛 哦 哈 哪 么 我 你 您 他 她 它 们 我们 你们 他们 咱 咱们 是 在 有 没 没有 不
也 都 就 还 又 再 很 太 挺 会 能 要 想 可 可以 这 那 这个 那个 这边 那边 这样 怎 怎么 什么 怎样 为什么 为啥 啥 如何
请 请问 一下 下 一 个 和 与 或 把 被 给 对 从 到 到底 来 去 说 让 得 地 着 过 里 上 吗 亲 好 你好 您好 的话 因为
所以 但是 如果 现在 已经 是不是 能不能 可不可以 有没有 帮 帮我 麻烦 谢谢`;

const stopWords = new Set([...english.split(/\s+/), ...chinese.split(/\s+/)]);

/**
 * Whether a lower-case word, or a run of Han characters, carries no topic of its own.
 * @param language of its stem (stem.ts)
 */
export function isStopWord(word: string, language = ''): boolean {
  if (language === '') return stopWords.has(word);
  return functionWords.get(language)?.has(word) === true;
}
