import type { MoodReading } from '../domain/mood';

/** More would make a tooltip that nobody reads. */
const mostNamed = 5;

/** The words of the message that show the mood that was read, each once, as the customer wrote them. */
export function moodEvidence({ mood, words }: MoodReading): string[] {
  const own = words.filter((word) => word.mood === mood).map(({ text }) => text);
  return [...new Set(own)].slice(0, mostNamed);
}
