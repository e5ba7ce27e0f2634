import { phrasingId } from '../domain/phrasing-id';
import type { EntryRef, StoredEvent } from '../domain/pick';
import type { Lesson } from '../engine/engine';
import { isStillTheAnswer } from './is-still-the-answer';
import { refusesNothing, type TeamRefuses } from './team-refusals';

/** A phrasing as the events tell it; its text is null when no event holds it any more. */
export type ToldPhrasing = {
  readonly id: string;
  readonly entry: EntryRef;
  readonly text: string | null;
  readonly state: 'live' | 'accepted' | 'refused';
  /** It was refused by the team, not on this machine. */
  readonly byTeam?: true;
  /** Events that count for it, in their order. */
  readonly sources: readonly StoredEvent[];
};

export type LearnedLessons = {
  readonly lessons: readonly Lesson[];
  /** Picks that the ranking was trained anew with: they count as phrasings, no more as lessons. */
  readonly folded: readonly Lesson[];
};

/** What one event does to the lessons: one more at the end, one less, or what takes a look at all. */
export type LessonChange =
  | { readonly change: 'none' | 'many' }
  | { readonly change: 'more' | 'less'; readonly lesson: Lesson };

/** What is learned from events, followed event by event. */
export type LessonBook = {
  /** The next event, in their order. */
  read(event: StoredEvent): LessonChange;
  lessons(): LearnedLessons;
  phrasings(): readonly ToldPhrasing[];
};

type Pick = Extract<StoredEvent, { kind: 'inserted' | 'edited' }>;
type Open = {
  readonly event: StoredEvent;
  readonly lesson: Lesson;
  /** The phrasing that a pick stands for; undefined for what is no pick. */
  readonly phrasing: string | undefined;
  /** The team learns no such phrasing. */
  readonly byTeam: boolean;
};

const none = { change: 'none' } as const;
const many = { change: 'many' } as const;

/** The same events always give the same: they are the truth. */
export function lessonsOf(
  events: Iterable<StoredEvent>,
  teamRefuses: TeamRefuses = refusesNothing,
): LessonBook {
  const book = makeLessonBook(teamRefuses);
  for (const event of events) book.read(event);
  return book;
}

/**
 * Undone picks, rejections and gaps teach nothing, nor does what was taken back or refused, nor what has
 * lost its text.
 */
export function makeLessonBook(teamRefuses: TeamRefuses = refusesNothing): LessonBook {
  /** In the order of the events. */
  const open = new Set<Open>();
  const byUndo = new Map<string, Open[]>();
  const byPhrasing = new Map<string, Set<Open>>();
  const states = new Map<string, ToldPhrasing>();
  let foldedUpTo = 0;

  const isRefused = ({ phrasing = '', byTeam }: Open) =>
    byTeam || states.get(phrasing)?.state === 'refused';
  const isFolded = ({ event, phrasing }: Open) => phrasing !== undefined && event.seq <= foldedUpTo;

  function learn(event: StoredEvent, lesson: Lesson): LessonChange {
    const isOne = isPick(event);
    const phrasing = isOne ? phrasingId(event.entry, event.cueText) : undefined;
    const byTeam = isOne && teamRefuses(event.entry, event.cueText);
    const own = { event, lesson, phrasing, byTeam };
    open.add(own);
    pushTo(byUndo, undoKey(event), own);
    if (phrasing !== undefined) {
      byPhrasing.set(phrasing, (byPhrasing.get(phrasing) ?? new Set()).add(own));
    }
    if (isRefused(own)) return none;
    return isFolded(own) ? many : { change: 'more', lesson };
  }

  /** Takes back the last one of its kind that was about the same entry and message. */
  function undo(event: StoredEvent, kind: 'inserted' | 'rejected' | 'gap'): LessonChange {
    const alike = byUndo.get(undoKey({ ...event, kind } as StoredEvent)) ?? [];
    const gone = alike.findLast(
      (each) => event.cueText === '' || each.event.cueText === event.cueText,
    );
    if (gone === undefined) return none;
    drop(gone);
    if (isRefused(gone)) return none;
    return isFolded(gone) ? many : { change: 'less', lesson: gone.lesson };
  }

  function drop(gone: Open) {
    open.delete(gone);
    const alike = byUndo.get(undoKey(gone.event));
    alike?.splice(alike.lastIndexOf(gone), 1);
    if (gone.phrasing !== undefined) byPhrasing.get(gone.phrasing)?.delete(gone);
  }

  function decide(id: string, entry: EntryRef, isAccepted: boolean): LessonChange {
    const state = isAccepted ? 'accepted' : 'refused';
    states.set(id, { id, entry, text: null, state, sources: [] });
    return many;
  }

  function takeBack(id: string): LessonChange {
    states.delete(id);
    for (const gone of byPhrasing.get(id) ?? []) drop(gone);
    return many;
  }

  function read(event: StoredEvent): LessonChange {
    const { seq, cueText: text } = event;
    const id = `${seq}`;
    const saysNothing = text.trim() === '';
    switch (event.kind) {
      case 'inserted':
      case 'edited': {
        if (saysNothing || !isStillTheAnswer(event)) return none;
        const kind = event.kind === 'edited' ? 'edit' : 'pick';
        return learn(event, { id, kind, text, entry: event.entry });
      }
      case 'rejected':
        if (saysNothing) return none;
        return learn(event, { id, kind: 'rejection', text, entry: event.entry });
      case 'gap':
        return saysNothing ? none : learn(event, { id, kind: 'gap', text });
      case 'insert-undone':
        return undo(event, 'inserted');
      case 'rejection-undone':
        return undo(event, 'rejected');
      case 'gap-undone':
        return undo(event, 'gap');
      case 'phrasing-accepted':
      case 'phrasing-refused':
        return decide(event.phrasing, event.entry, event.kind === 'phrasing-accepted');
      case 'phrasing-taken-back':
        return takeBack(event.phrasing);
      case 'ranking-retrained':
        foldedUpTo = event.upTo;
        return many;
      case 'shown':
        return none;
    }
  }

  return {
    read,
    lessons() {
      const lessons: Lesson[] = [];
      const folded: Lesson[] = [];
      for (const each of open) {
        if (!isRefused(each)) (isFolded(each) ? folded : lessons).push(each.lesson);
      }
      return { lessons, folded };
    },
    phrasings() {
      const told = new Map(states);
      for (const { event, lesson, phrasing: id, byTeam } of open) {
        if (id === undefined || !('entry' in event)) continue;
        const known = told.get(id);
        told.set(id, {
          id,
          entry: event.entry,
          text: known?.text ?? lesson.text,
          state: known?.state ?? (byTeam ? 'refused' : 'live'),
          ...(byTeam ? { byTeam } : {}),
          sources: [...(known?.sources ?? []), event],
        });
      }
      return [...told.values()];
    },
  };
}

const isPick = (event: StoredEvent): event is StoredEvent & Pick =>
  event.kind === 'inserted' || event.kind === 'edited';

/** The same for all that one undo may be about, but for their messages. */
function undoKey(event: StoredEvent): string {
  const { base, id } = 'entry' in event ? event.entry : { base: '', id: '' };
  const kind = event.kind === 'edited' ? 'inserted' : event.kind;
  return JSON.stringify([kind, event.conversationKey, base, id]);
}

function pushTo(lists: Map<string, Open[]>, key: string, own: Open): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [own]);
  else list.push(own);
}
