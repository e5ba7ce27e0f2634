import { type AskedPart, askedPartsOf, asks } from '../text/asked-parts';
import type { View } from '../text/views';
import { keysOf, wordsOf } from './question-keys';

/** One question of a message: UTF-16 offsets, and a key that stays when the message grows. */
export type Question = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Nothing surely answers it; it is told because another question of the message has an answer. */
  readonly isOpen: boolean;
};

/** What a part of a message finds for itself. */
export type Heard = {
  readonly scores: Float32Array;
  /** The place of the best entry, and how sure it is. */
  readonly best: number | undefined;
  readonly confidence: number;
  /** Whether it would get a card. */
  readonly isFound: boolean;
  readonly isSmallTalk: boolean;
};

/** An entry that explains so much of another part's best score makes it the same question. */
const sameQuestion = 0.8;
/** A question that nothing surely answers still is about an entry that keeps so much of its score there. */
const nearQuestion = 0.25;

/**
 * How sure the answer to a part must be, for the part to be a question of its own: one that asks, one
 * that is told to be another thing, and trouble. A doubtful one is none: beside an answered question
 * the agent is told that nothing fits, but in a story. A few Han characters fit something by chance.
 */
const least = {
  han: { asked: 0.7, added: 0.5, told: 0.95, doubtful: 0.3 },
  other: { asked: 0.35, added: 0.3, told: 0.7, doubtful: 0.25 },
} as const;
const han = /\p{Script=Han}/u;

type Lead = {
  readonly at: number;
  readonly part: AskedPart;
  readonly heard: Heard;
  readonly isOpen: boolean;
  times: number;
};

export function wholeText(text: string): Question[] {
  const [key = ''] = keysOf([wordsOf(text)]);
  return [{ key, start: 0, end: text.length, isOpen: false }];
}

/**
 * Cuts a message into its questions. One begins at each part that asks by its form and has an answer
 * of its own; what is only told belongs to the question that it fits. There is always one.
 * @param most so many parts are heard, and as many again of what is told between them
 */
export function questionsOf(text: string, hear: (part: View) => Heard, most: number): Question[] {
  const parts = askedPartsOf(text);
  const asking = parts.filter(({ form }) => form !== 'statement');
  if (asking.length < 2) return wholeText(text);
  const isStory = parts.filter(({ form }) => form === 'statement' || form === 'hint').length > 1;
  const whole = outer(asking, most).filter(({ leans }) => !leans);
  const heard = new Map(whole.map((part) => [part, hear(part.topic)]));
  const leads = leadsIn();
  if (leads.length < 2) return wholeText(text);
  // Who asks again has no answer yet, whatever was ticked: then it is another key.
  const keys = keysOf(
    leads.map(({ part, times }) => (times === 1 ? wordsIn(part) : `${wordsIn(part)} ${times}`)),
  );
  const starts = leads.map((lead, at) => (at === 0 ? 0 : startOf(lead, leads[at - 1])));
  return leads.map((lead, at) => ({
    key: keys[at] ?? '',
    ...trimmed(text, starts[at] ?? 0, starts[at + 1] ?? text.length),
    isOpen: lead.isOpen,
  }));

  function leadsIn(): Lead[] {
    const answered: Lead[] = [];
    parts.forEach((part, at) => {
      const own = heard.get(part);
      if (own?.isFound !== true || own.confidence < sureness(part, at)) return;
      const asked = answered.find((lead) => isSame(lead.heard, own));
      if (asked === undefined) answered.push({ at, part, heard: own, isOpen: false, times: 1 });
      else if (asked !== answered.at(-1) || wordsIn(asked.part) === wordsIn(part)) asked.times++;
    });
    const open = parts.flatMap((part, at): Lead[] => {
      const own = heard.get(part);
      if (own === undefined || own.isSmallTalk || part.form !== 'question') return [];
      if (own.isFound && (isStory || own.confidence >= leastFor(part).doubtful)) return [];
      const isNear = answered.some((lead) => isAbout(lead.heard, own));
      return isNear ? [] : [{ at, part, heard: own, isOpen: true, times: 1 }];
    });
    if (!answered.some(({ part }) => asks(part) || !isStory)) return answered;
    return [...answered, ...open].toSorted((one, other) => one.at - other.at);
  }

  /** Trouble is the background of what is asked, unless that is told to be another thing. */
  function sureness(part: AskedPart, at: number): number {
    const { asked, added, told } = leastFor(part);
    const next = parts.slice(at + 1).find((later) => asks(later) || later.adds === 'surely');
    if (part.adds === 'surely' || part.adds === 'too' || next?.adds === 'surely') return added;
    if (asks(part)) return asked;
    if ((parts[at + 1]?.adds ?? 'no') !== 'no') return added;
    return isStory && part.form === 'hint' && part.adds === 'no' ? Number.POSITIVE_INFINITY : told;
  }

  /** What is told between two questions goes to the one whose answer fits it better. */
  function startOf(lead: Lead, before: Lead | undefined): number {
    let { start } = lead.part;
    if (lead.part.adds !== 'no' || lead.isOpen) return start;
    const furthest = Math.max(before?.at ?? 0, lead.at - Math.ceil(most / 2));
    for (let at = lead.at - 1; at > furthest; at--) {
      const part = parts[at];
      if (part === undefined || asks(part)) break;
      const { scores } = heard.get(part) ?? hear(part.topic);
      const own = scores[lead.heard.best ?? -1] ?? 0;
      if (own <= (scores[before?.heard.best ?? -1] ?? 0)) break;
      start = part.start;
    }
    return start;
  }

  function leastFor(part: AskedPart) {
    return han.test(wordsIn(part)) ? least.han : least.other;
  }

  function wordsIn({ topic }: AskedPart): string {
    return wordsOf(text.slice(topic.start, topic.end));
  }
}

function isSame(one: Heard, other: Heard): boolean {
  if (one.best === other.best) return true;
  return explains(one, other) || explains(other, one);
}

/** Whether the answer to one is nearly as good for the other. */
function explains({ best }: Heard, other: Heard): boolean {
  return scoreIn(other, best) >= sameQuestion * scoreIn(other, other.best);
}

function isAbout(answered: Heard, open: Heard): boolean {
  return scoreIn(open, answered.best) >= nearQuestion * scoreIn(answered, answered.best);
}

function scoreIn({ scores }: Heard, entry: number | undefined): number {
  return scores[entry ?? -1] ?? 0;
}

/** People ask at the beginning or at the end. */
function outer<Each>(all: readonly Each[], most: number): readonly Each[] {
  if (all.length <= most) return all;
  const first = Math.ceil(most / 2);
  return [...all.slice(0, first), ...all.slice(first - most)];
}

const aroundIt = /[\s,，]/u;

function trimmed(text: string, start: number, end: number) {
  let from = start;
  let to = end;
  while (from < to && aroundIt.test(text.charAt(from))) from++;
  while (to > from && aroundIt.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
