import type { MoodFinding } from './find-mood-words';
import type { Unit } from './read-units';

/** What a strong word still counts when it is what the message is about, not how its writer feels. */
const share = 0.2;
const people = new Set(
  'caller callers customer customers client clients guest guests people person neighbour neighbor user users colleague parent parents boss emoji face bird birds reaction mob'.split(
    ' ',
  ),
);
const asking =
  /\b(how (do|can|to|should|would)|what (should|do) (i|we) do (if|when|with)|where (do|can) (i|we)|what happens (if|when)|is there a) |^(如何|怎么|怎样)/;
const handling =
  /\b(report|reporting|deal|deals|handle|handling|calm|reply|respond|answer|flag|spot|avoid|recognise|recognize|file|make|lodge|raise|submit|leave|send|for)\b|举报|处理|应对|安抚|识别|防止|避免|提交|回复|回应/;
const self = /\b(i am|i'm|as) (a|an)( very| really)? $/;
const angerWords = /^(angry|worried)$/;
/** What somebody may also ask about in all calm; an insult is none of it. */
const matter =
  /^((cancel|close|delete) |money back|manager|supervisor|compensation|compensate|court|chargeback|lawyer|ombudsman|regulator|illegal|in writing|answer my question|immediately|right now|退款|经理|主管|赔偿|马上给我|我要退)/;
const plainQuestion =
  /\b(how (do|can|to|should|would|much|long|soon)|what (happens|is|are|if)|who is|where (is|do|can)|when (do|can|will)|(can|could|may|do|would|is|are|will) (i|we|you|it|there)|(i|we)( would|'d| need to| want to)) |(如何|怎么|怎样|请问|能不能|可以)/;
/** Nobody at home is not nobody who helps. */
const absence = /^(nobody|no one|noone) /;
const supposing = /\b(if|when|whenever|in case) $/;

/** 1, or less when the finding is in quotation marks, is somebody else, or is asked about. */
export function subjectShare(units: readonly Unit[], finding: MoodFinding): number {
  const { from, to } = finding;
  if (finding.mood === 'calm') return 1;
  let quotes = 0;
  let sentence = from;
  for (let at = from - 1; at >= 0 && at >= from - 40; at--) {
    const unit = units[at];
    if (unit === undefined || (unit.kind === 'mark' && /[.!?。！？\n]/.test(unit.key))) break;
    if (unit.kind === 'mark' && /["“”「」]/.test(unit.key)) quotes++;
    sentence = at;
  }
  if (quotes % 2 === 1) return share;
  const next = units[to]?.key ?? '';
  const before = wordsOf(units, Math.max(sentence, from - 12), from);
  if (people.has(next) && !self.test(before)) return share;
  if (absence.test(wordsOf(units, from, to)) && supposing.test(before)) return share;
  const isStrong = angerWords.test(finding.mood);
  if (isStrong && asking.test(before) && handling.test(before)) return share;
  if (
    finding.mood === 'angry' &&
    plainQuestion.test(before) &&
    matter.test(wordsOf(units, from, to))
  )
    return share;
  return 1;
}

function wordsOf(units: readonly Unit[], from: number, to: number): string {
  return units
    .slice(from, to)
    .map((unit) => (unit.kind === 'han' ? unit.key : `${unit.key} `))
    .join('');
}
