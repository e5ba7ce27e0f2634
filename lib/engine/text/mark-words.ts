import { answerParts } from '../../domain/slots';
import type { TextRange } from '../../domain/suggestion';
import { analyse } from './analyse';
import { mergeRanges } from './ranges';
import { topicFeatures } from './topic-words';

/**
 * Where words of a message stand in a text, for highlighting: half-open ranges of UTF-16 offsets
 * in `text`, sorted and apart. English words match by their stem, Chinese ones by two characters
 * in a row; stop words and what stands in slots (`{{…}}`) are left out.
 */
export function markWords(text: string, message: string): TextRange[] {
  const inMessage = new Set(topicFeatures(analyse(message)).map((feature) => feature.key));
  if (inMessage.size === 0) return [];
  const ranges: TextRange[] = [];
  for (const part of answerParts(text)) {
    if (part.kind !== 'text') continue;
    for (const { key, start, end } of topicFeatures(analyse(part.text))) {
      if (inMessage.has(key)) ranges.push([part.start + start, part.start + end]);
    }
  }
  return mergeRanges(ranges);
}
