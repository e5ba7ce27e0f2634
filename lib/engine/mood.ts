import { type Mood, type MoodReading, type MoodWord, moods } from '../domain/mood';
import { findMoodWords, type MoodFinding } from './mood/find-mood-words';
import type { Unit } from './mood/read-units';
import { subjectShare } from './mood/subject-matter';
import { toneOf } from './mood/tone';

/** A message without any sign of a mood is calm; signs have to outweigh this. */
const calmByDefault = 1;
/** What an earlier message of a burst counts, for each message after it; never less than `least`. */
const perTurn = 0.8;
const least = 0.4;
/** What is said before "but" counts less than what is said after it. */
const beforeContrast = 0.6;
const contrasts = new Set(['but', 'however', 'though', '但', '不', '可', '然']);
const contrastPairs = new Set(['但是', '不过', '可是', '然而']);

/**
 * The mood of a customer's message, in English, Chinese or both, with the words that show it.
 * Never throws; reads the first and last 2,000 characters of longer texts.
 */
export function moodOf(text: string): MoodReading {
  const { units, findings } = findMoodWords(text);
  const lastTurn = units.at(-1)?.turn ?? 0;
  const weighed = findings.map((finding) => ({
    ...finding,
    weight:
      finding.weight *
      Math.max(least, perTurn ** (lastTurn - finding.turn)) *
      (isBeforeContrast(units, finding) ? beforeContrast : 1) *
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
    .map((finding) => ({
      text: text.slice(finding.start, finding.end),
      range: [finding.start, finding.end],
      mood: finding.mood,
    }));
  return { mood, confidence, words };
}

function isBeforeContrast(units: readonly Unit[], finding: MoodFinding): boolean {
  for (let at = finding.to; at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined || (unit.kind === 'mark' && /[.!?。！？\n]/.test(unit.key)))
      return false;
    if (!contrasts.has(unit.key)) continue;
    if (unit.kind === 'word' || unit.key === '但') return true;
    if (contrastPairs.has(unit.key + (units[at + 1]?.key ?? ''))) return true;
  }
  return false;
}
