import { pinyin } from 'pinyin-pro';

/**
 * How a Chinese title is typed without an input method: its syllables joined, and their initials.
 * Empty for texts without Han characters. Readings of characters with several are pinyin-pro's.
 */
export function romanise(text: string): readonly string[] {
  const runs = text.match(/\p{Script=Han}+/gu);
  if (runs === null) return [];
  const syllables = runs.flatMap((run) =>
    pinyin(run, { toneType: 'none', type: 'array', v: true }),
  );
  return [syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join('')];
}
