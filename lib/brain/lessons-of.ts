import type { EntryRef, StoredEvent } from '../domain/pick';
import type { Lesson } from '../engine/engine';
import { phrasingId } from './phrasing-id';

/** A phrasing as the events tell it; its text is null when no event holds it any more. */
export type ToldPhrasing = {
  readonly id: string;
  readonly entry: EntryRef;
  readonly text: string | null;
  readonly state: 'live' | 'accepted' | 'refused';
  /** Events that count for it, in their order. */
  readonly sources: readonly StoredEvent[];
};

export type Learned = {
  readonly lessons: readonly Lesson[];
  /** Picks that the ranking was trained anew with: they count as phrasings, no more as lessons. */
  readonly folded: readonly Lesson[];
  readonly phrasings: readonly ToldPhrasing[];
};

type Pick = Extract<StoredEvent, { kind: 'inserted' | 'edited' }>;
type Open = { readonly event: StoredEvent; readonly lesson: Lesson };

/** An edit that leaves less than this of the words offered says little for the entry. */
const leastKept = 0.3;

/**
 * What is learned from events: they are the truth, so the same events always give the same lessons.
 * Undone picks and rejections teach nothing, nor does what was taken back or refused, nor what has
 * lost its text.
 */
export function lessonsOf(events: Iterable<StoredEvent>): Learned {
  let open: Open[] = [];
  let foldedUpTo = 0;
  const states = new Map<string, ToldPhrasing>();

  for (const event of events) {
    switch (event.kind) {
      case 'inserted':
      case 'edited': {
        if (event.cueText.trim() === '' || !isStillTheAnswer(event)) break;
        const kind = event.kind === 'edited' ? 'edit' : 'pick';
        const lesson = {
          id: `${event.seq}`,
          kind,
          text: event.cueText,
          entry: event.entry,
        } as const;
        open.push({ event, lesson });
        break;
      }
      case 'rejected':
        if (event.cueText.trim() === '') break;
        open.push({
          event,
          lesson: {
            id: `${event.seq}`,
            kind: 'rejection',
            text: event.cueText,
            entry: event.entry,
          },
        });
        break;
      case 'gap':
        if (event.cueText.trim() === '') break;
        open.push({ event, lesson: { id: `${event.seq}`, kind: 'gap', text: event.cueText } });
        break;
      case 'insert-undone':
        undo(event, ['inserted', 'edited']);
        break;
      case 'rejection-undone':
        undo(event, ['rejected']);
        break;
      case 'phrasing-accepted':
      case 'phrasing-refused':
        decide(event.phrasing, event.entry, event.kind === 'phrasing-accepted');
        break;
      case 'phrasing-taken-back':
        states.delete(event.phrasing);
        open = open.filter(({ event: from }) => idOf(from) !== event.phrasing);
        break;
      case 'ranking-retrained':
        foldedUpTo = event.upTo;
        break;
      case 'shown':
        break;
    }
  }

  const lessons: Lesson[] = [];
  const folded: Lesson[] = [];
  const phrasings = new Map(states);
  for (const { event, lesson } of open) {
    const id = idOf(event);
    if (id === undefined || !('entry' in event)) {
      lessons.push(lesson);
      continue;
    }
    const told = phrasings.get(id);
    if (told?.state !== 'refused') (event.seq <= foldedUpTo ? folded : lessons).push(lesson);
    phrasings.set(id, {
      id,
      entry: event.entry,
      text: told?.text ?? lesson.text,
      state: told?.state ?? 'live',
      sources: [...(told?.sources ?? []), event],
    });
  }
  return { lessons, folded, phrasings: [...phrasings.values()] };

  /** Takes back the last one of these kinds that was about the same entry and message. */
  function undo(
    { conversationKey, entry, cueText }: StoredEvent & { readonly entry: EntryRef },
    kinds: readonly StoredEvent['kind'][],
  ) {
    const at = open.findLastIndex(
      ({ event }) =>
        kinds.includes(event.kind) &&
        'entry' in event &&
        event.conversationKey === conversationKey &&
        event.entry.base === entry.base &&
        event.entry.id === entry.id &&
        (cueText === '' || event.cueText === cueText),
    );
    if (at >= 0) open.splice(at, 1);
  }

  function decide(id: string, entry: EntryRef, isAccepted: boolean) {
    const state = isAccepted ? 'accepted' : 'refused';
    states.set(id, { id, entry, text: null, state, sources: [] });
  }
}

/** The phrasing that a pick stands for; undefined for what is no pick. */
function idOf(event: StoredEvent): string | undefined {
  return isPick(event) ? phrasingId(event.entry, event.cueText) : undefined;
}

const isPick = (event: StoredEvent): event is StoredEvent & Pick =>
  event.kind === 'inserted' || event.kind === 'edited';

function isStillTheAnswer(event: StoredEvent & Pick): boolean {
  if (event.kind === 'inserted') return true;
  const offered = piecesOf(event.before);
  if (offered.size === 0) return true;
  const kept = piecesOf(event.after);
  let both = 0;
  for (const piece of offered) if (kept.has(piece)) both++;
  return both / offered.size >= leastKept;
}

/** Words, and Han characters one by one. */
const piecesOf = (text: string) =>
  new Set(text.toLowerCase().match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []);
