import { type Mood, moods } from '../lib/domain/mood';
import { analyse } from '../lib/engine/text/analyse';
import type { LabelledMood } from './labelled-mood';

/**
 * What the tables are held against: naive Bayes over stems and Han one- and two-grams, learned from
 * labelled messages. Returns how it reads a message.
 */
export function learnMoods(messages: readonly LabelledMood[]): (text: string) => Mood {
  const counts = new Map<string, Map<Mood, number>>();
  const totals = new Map<Mood, number>();
  for (const { text, mood } of messages) {
    for (const feature of featuresOf(text)) {
      const held = counts.get(feature) ?? new Map<Mood, number>();
      held.set(mood, (held.get(mood) ?? 0) + 1);
      counts.set(feature, held);
      totals.set(mood, (totals.get(mood) ?? 0) + 1);
    }
  }
  return (text) => {
    const scored = moods.map((mood) => {
      let score = 0;
      for (const feature of featuresOf(text)) {
        const held = counts.get(feature);
        if (held === undefined) continue;
        score += Math.log((held.get(mood) ?? 0) + 0.5);
        score -= Math.log((totals.get(mood) ?? 0) + counts.size / 2);
      }
      return { mood, score };
    });
    return scored.reduce((best, next) => (next.score > best.score ? next : best)).mood;
  };
}

function featuresOf(text: string): Set<string> {
  const features = new Set<string>();
  for (const { stem, isRun } of analyse(text)) {
    if (!isRun) features.add(stem);
    else
      for (let at = 0; at < stem.length; at++) {
        features.add(stem.slice(at, at + 1));
        features.add(stem.slice(at, at + 2));
      }
  }
  for (const mark of text.match(/[!！]{2,}|[?？]{2,}|\p{Extended_Pictographic}/gu) ?? [])
    features.add(mark);
  return features;
}
