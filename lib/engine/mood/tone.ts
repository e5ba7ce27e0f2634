import type { Mood } from '../../domain/mood';
import type { MoodFinding } from './find-mood-words';
import type { Unit } from './read-units';

type Tone = { readonly scores: Record<Mood, number>; readonly findings: readonly MoodFinding[] };

/** Praise that is bitter when it stands beside a complaint: "Great, third time this week." */
const bitter =
  /^(oh |just |well )*(great|fantastic|wonderful|brilliant|nice|lovely|perfect|awesome|amazing|excellent|cheers|thanks|thank you|well done|good job|great (job|work|service)|真好|真棒|厉害|牛|不错|真行|很好|谢谢(你们)?|太好了|真快|👏|👍|🙂|🙏|😂|🎉|\[(微笑|强|鼓掌)\])\uFE0F?$/i;

/** What it takes to turn praise into its opposite. */
const leastComplaint = 2;

/** Adds up what was found, with what only the message as a whole shows: sarcasm, shouting, "??". */
export function toneOf(units: readonly Unit[], found: readonly MoodFinding[], text: string): Tone {
  const sum = (mood: Mood, of: readonly MoodFinding[]) =>
    of.reduce((total, finding) => total + (finding.mood === mood ? finding.weight : 0), 0);
  const complaint = sum('frustrated', found) + sum('angry', found);
  const couldBeBitter = ({ mood, start, end }: MoodFinding) =>
    mood === 'pleased' && bitter.test(text.slice(start, end));
  const pleasure = sum(
    'pleased',
    found.filter((finding) => !couldBeBitter(finding)),
  );
  const isBitter = complaint >= leastComplaint && complaint > pleasure;
  const findings = found.map(
    (finding): MoodFinding =>
      isBitter && couldBeBitter(finding) ? { ...finding, mood: 'frustrated' } : finding,
  );
  const scores: Record<Mood, number> = {
    calm: sum('calm', findings),
    pleased: sum('pleased', findings),
    worried: sum('worried', findings),
    frustrated: sum('frustrated', findings),
    angry: sum('angry', findings),
  };
  const { exclamations, doubts, shouted } = marksOf(units);
  if (exclamations > 0) {
    const loudness = 1 + Math.min(exclamations, 4) * 0.08;
    for (const mood of ['pleased', 'worried', 'frustrated', 'angry'] as const) {
      scores[mood] *= loudness;
    }
  }
  if (doubts > 0) scores.frustrated += 0.7;
  const isNegative = scores.frustrated + scores.angry + scores.worried > scores.pleased;
  if (isNegative && exclamations >= 2) scores.angry += 0.7;
  if (isNegative && shouted >= 3) scores.angry += 2;
  // Anger is frustration and more: once it shows, the complaint itself is part of it.
  if (scores.angry >= 2) scores.angry += scores.frustrated * 0.4;
  return { scores, findings };
}

/** Words in capitals that are names rather than shouted are at most this long. */
const longestInitials = 4;

function marksOf(units: readonly Unit[]) {
  let exclamations = 0;
  let doubts = 0;
  let shouted = 0;
  for (const unit of units) {
    if (unit.kind === 'word' && unit.isLoud && unit.key.length > longestInitials - 1) shouted++;
    if (unit.kind !== 'mark') continue;
    const bangs = unit.key.replace(/[^!！]/g, '').length;
    exclamations += bangs;
    if (unit.key.length - bangs >= 2 && /[?？]/.test(unit.key)) doubts++;
    else if (bangs > 0 && /[?？]/.test(unit.key)) doubts++;
  }
  return { exclamations, doubts, shouted };
}
