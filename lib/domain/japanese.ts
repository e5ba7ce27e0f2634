/** A sentence of Han with fewer kana than one to so many is Chinese with a name in it. */
const hanPerKana = 8;

/** Whether Han in a text are Japanese: by kana among them, but for の, which Chinese write as well. */
export function isJapanese(text: string): boolean {
  const kana = text.match(/(?!の)[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana === 0) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return hanPerKana * kana >= han;
}
