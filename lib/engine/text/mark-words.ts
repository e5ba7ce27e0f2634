import { answerParts } from '../../domain/slots';
import type { TextRange } from '../../domain/suggestion';
import { textLanguageOf } from '../../domain/text-language';
import { analyse } from './analyse';
import { mergeRanges } from './ranges';
import { stemsIn } from './stem';
import { topicFeatures } from './topic-words';

/**
 * Where words of a message stand in a text, for highlighting: half-open ranges of UTF-16 offsets
 * in `text`, sorted and apart. Words match by their stem in the text's language, Chinese ones and the
 * like by two characters in a row; stop words and what stands in slots (`{{…}}`) are left out.
 */
export function markWords(text: string, message: string): TextRange[] {
  const stems = stemsIn(textLanguageOf(text) ?? textLanguageOf(message));
  const inMessage = new Set(topicFeatures(analyse(message, stems)).map((feature) => feature.key));
  if (inMessage.size === 0) return [];
  const ranges: TextRange[] = [];
  for (const part of answerParts(text)) {
    if (part.kind !== 'text') continue;
    for (const { key, start, end } of topicFeatures(analyse(part.text, stems))) {
      if (inMessage.has(key)) ranges.push([part.start + start, part.start + end]);
    }
  }
  return mergeRanges(ranges);
}
