import { type Mood, type MoodReading, type MoodWord, moods } from '../domain/mood';
import { textLanguageOf } from '../domain/text-language';
import { findMoodWords } from './mood/find-mood-words';
import { outlooks } from './mood/outlook';
import { subjectShare } from './mood/subject-matter';
import { toneOf } from './mood/tone';

/** A message without any sign of a mood is calm; signs have to outweigh this. */
const calmByDefault = 1;
/** What an earlier message of a burst counts, for each message after it; never less than `least`. */
const perTurn = 0.8;
const least = 0.4;
/** What is said before "but" counts less than what is said after it. */
const beforeContrast = 0.6;
/** Praise inside a question mostly asks for something: "do you have nice ones?" */
const asked = 0.4;
/** Enough to show why; a flood of emoji would only make the answer long. */
const mostWords = 100;

/**
 * The mood of a customer's message, in English, Chinese or both, with the words that show it. In what
 * is plainly another language only signs are read: a French "rage de dents" is a toothache.
 * Never throws; reads the first and last 2,000 characters of longer texts.
 */
export function moodOf(text: string): MoodReading {
  const { units, findings: found } = findMoodWords(text);
  const findings = isReadable(text)
    ? found
    : found.filter(({ from }) => units[from]?.kind === 'sign' || units[from]?.kind === 'mark');
  const lastTurn = units.at(-1)?.turn ?? 0;
  const ahead = outlooks(units);
  const weighed = findings.map((finding) => ({
    ...finding,
    weight:
      finding.weight *
      Math.max(least, perTurn ** (lastTurn - finding.turn)) *
      (ahead[finding.to]?.contrast ? beforeContrast : 1) *
      (finding.mood === 'pleased' && ahead[finding.to]?.question ? asked : 1) *
      subjectShare(units, finding),
  }));
  const tone = toneOf(units, weighed, text);
  const scores = tone.scores;
  scores.calm += calmByDefault;
  let mood: Mood = 'calm';
  for (const other of moods) if (scores[other] > scores[mood]) mood = other;
  const likelihood = (of: Mood) => Math.exp(scores[of] - scores[mood]);
  const confidence = 1 / moods.reduce((sum, of) => sum + likelihood(of), 0);
  const words: MoodWord[] = tone.findings
    .filter(({ weight }) => weight > 0)
    .slice(0, mostWords)
    .map((finding) => ({
      text: text.slice(finding.start, finding.end),
      range: [finding.start, finding.end],
      mood: finding.mood,
    }));
  return { mood, confidence, words };
}

function isReadable(text: string): boolean {
  const language = textLanguageOf(text);
  return language === undefined || language === 'en' || language === 'zh';
}
