import type { Mood } from '../../domain/mood';

/** Emoji, emoticons and the bracketed faces of Chinese chat, with what each adds to its mood. */
const signs: readonly (readonly [mood: Mood, weight: number, signs: string])[] = [
  [
    'pleased',
    2,
    '😀 😃 😄 😁 😆 😊 🥰 😍 🤩 😘 🤗 😻 ❤ 🧡 💛 💚 💙 💜 💖 💕 💯 🎉 🥳 👍 👏 🙌 ⭐ 🌟 🌹 💐 😎 ☺ 😋 🤝',
  ],
  [
    'pleased',
    2,
    '[赞] [强] [爱心] [玫瑰] [鼓掌] [胜利] [呲牙] [开心] [哈哈] [比心] [愉快] [拥抱] [好的] [偷笑]',
  ],
  ['pleased', 1, '🙂 😉 🙏 😂 🤣 👌 💪 😇 ^_^ ^^ :) :-) :d ;) <3 [微笑] [抱拳] [ok] [握手]'],
  [
    'worried',
    2,
    '😟 😰 😨 😱 😥 😓 😧 😦 🥺 😬 🆘 🚨 😳 [惊恐] [流汗] [冷汗] [害怕] [快哭了] [可怜]',
  ],
  ['worried', 1, '😭 😢 😿 [流泪] [大哭] [泪] t_t t.t tt qaq'],
  [
    'frustrated',
    2,
    '😤 😒 🙄 😑 😩 😫 🤦 🤷 😖 😣 😞 😔 🙁 ☹ 😕 😮‍💨 🙃 💔 👎 😐 🤨 [抓狂] [叹气] [白眼] [无语] [捂脸] [难过] [失望] [撇嘴] [裂开] [苦涩] [弱] orz',
  ],
  ['frustrated', 1, '😪 😴 ⏳ ⌛ 🐌 :( :-( :/ :-/ :| [衰] [困] [再见]'],
  ['angry', 3, '😡 🤬 👿 🖕 💢 😠 🔥 [怒] [发怒] [愤怒] [咒骂] [菜刀] [炸弹] [便便] >:('],
];

const weights: ReadonlyMap<string, { readonly mood: Mood; readonly weight: number }> = new Map(
  signs.flatMap(([mood, weight, line]) =>
    line.split(' ').map((sign) => [sign, { mood, weight }] as const),
  ),
);

/** A swear word with its letters hidden. */
const censored = /^\p{L}+[*#@$%]/u;

/** What a sign says; undefined for those that say nothing. */
export function signOf(text: string): { readonly mood: Mood; readonly weight: number } | undefined {
  if (censored.test(text)) return { mood: 'angry', weight: 3 };
  return weights.get(text.replace(/\uFE0F/g, '').toLowerCase());
}
