import { isStillTheAnswer } from '../../../lib/brain/is-still-the-answer';
import type { ToldPhrasing } from '../../../lib/brain/lessons-of';
import { phrasingId } from '../../../lib/domain/phrasing-id';
import type { EntryRef, StoredEvent } from '../../../lib/domain/pick';
import type { Lesson } from '../../../lib/engine/engine';

type Pick = Extract<StoredEvent, { kind: 'inserted' | 'edited' }>;
type Open = { readonly event: StoredEvent; readonly lesson: Lesson };

/** What events teach, read all at once: the plain form of `makeLessonBook`. */
export function plainLessons(events: Iterable<StoredEvent>) {
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
      case 'gap-undone': {
        const { conversationKey: talk, cueText } = event;
        const at = open.findLastIndex(
          ({ event: from }) =>
            from.kind === 'gap' &&
            from.conversationKey === talk &&
            (cueText === '' || from.cueText === cueText),
        );
        if (at >= 0) open.splice(at, 1);
        break;
      }
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

function idOf(event: StoredEvent): string | undefined {
  return isPick(event) ? phrasingId(event.entry, event.cueText) : undefined;
}

const isPick = (event: StoredEvent): event is StoredEvent & Pick =>
  event.kind === 'inserted' || event.kind === 'edited';
