import type { StoredEvent } from '../domain/pick';
import type { Lesson } from '../engine/engine';
import type { Store } from '../store/store';
import { addInOrder } from './add-in-order';
import { saysHowCardsTurnedOut } from './card-outcomes';
import type { Corrections } from './corrections';
import type { Knowledge } from './knowledge';
import { lessonsOf, type ToldPhrasing } from './lessons-of';
import { refusesNothing, type TeamRefuses } from './team-refusals';

const eventsAtOnce = 1_000;

/** What is learned, in step with the stored events. */
export type Learned = {
  /** An event was stored: the ranking learns from it at once. */
  heard(event: StoredEvent): void;
  /** Reads all events again, for after some were erased, lost their text, or were refused by the team. */
  reload(): Promise<void>;
  phrasings(): readonly ToldPhrasing[];
  /** All that is learned, folded in or not, in the order of the events. */
  lessons(): readonly Lesson[];
  /** Those of them that the ranking was trained anew with. */
  folded(): readonly Lesson[];
  /** How many lessons there are. */
  readonly size: number;
};

export function makeLearned(
  store: Pick<Store, 'readEvents'>,
  knowledge: Pick<Knowledge, 'learn' | 'unlearn' | 'fold'>,
  corrections: Corrections,
  /** What the team refused, as it stands now. */
  refusals: () => TeamRefuses = () => refusesNothing,
): Learned {
  let events: StoredEvent[] = [];
  let book = lessonsOf(events, refusals());
  /** What the engine holds, in its order. */
  let held: Lesson[] = [];
  let folded: readonly Lesson[] = [];
  /** Events heard while a reload reads: they may come after the page that it read last. */
  let heardMeanwhile: StoredEvent[] | undefined;

  /** Makes the engine hold exactly the lessons told, in their order. */
  function follow() {
    const told = book.lessons();
    const wanted = new Set(told.lessons.map(({ id }) => id));
    const kept = held.filter(({ id }) => wanted.has(id));
    // A lesson that comes back in the middle moves those behind it.
    const same = kept.findIndex(({ id }, at) => told.lessons[at]?.id !== id);
    const stay = same < 0 ? kept : kept.slice(0, same);
    const stays = new Set(stay.map(({ id }) => id));
    knowledge.unlearn(held.flatMap(({ id }) => (stays.has(id) ? [] : [id])));
    knowledge.fold(told.folded);
    knowledge.learn(told.lessons.slice(stay.length));
    held = [...told.lessons];
    folded = told.folded;
  }

  /** Without a look at what was learned before, wherever that will do: there may be thousands. */
  function followOne(event: StoredEvent) {
    const told = book.read(event);
    if (told.change === 'many') follow();
    else if (told.change === 'more') {
      held.push(told.lesson);
      knowledge.learn([told.lesson]);
    } else if (told.change === 'less') {
      held.splice(held.lastIndexOf(told.lesson), 1);
      knowledge.unlearn([told.lesson.id]);
    }
  }

  return {
    heard(event) {
      corrections.heard(event);
      heardMeanwhile?.push(event);
      if (!teaches(event)) return;
      if (addInOrder(events, event)) return followOne(event);
      book = lessonsOf(events, refusals());
      follow();
    },
    async reload() {
      const meanwhile: StoredEvent[] = [];
      heardMeanwhile = meanwhile;
      const read: StoredEvent[] = [];
      const outcomes: StoredEvent[] = [];
      let last = 0;
      for (let after = 0; ; ) {
        const page = await store.readEvents(after, eventsAtOnce);
        for (const event of page) {
          if (teaches(event)) read.push(event);
          if (saysHowCardsTurnedOut(event)) outcomes.push(event);
        }
        last = page.at(-1)?.seq ?? last;
        if (page.length < eventsAtOnce) break;
        after = last;
      }
      const unread = meanwhile.filter(({ seq }) => seq > last);
      events = [...read, ...unread.filter(teaches)];
      corrections.replaceAll([...outcomes, ...unread]);
      if (heardMeanwhile === meanwhile) heardMeanwhile = undefined;
      book = lessonsOf(events, refusals());
      follow();
    },
    phrasings: () => book.phrasings(),
    lessons: () => [...folded, ...held],
    folded: () => folded,
    get size() {
      return folded.length + held.length;
    },
  };
}

/** Decisions hold no text and count for good. */
const teaches = (event: StoredEvent) =>
  event.kind !== 'shown' &&
  (event.cueText !== '' || 'phrasing' in event || 'upTo' in event || isUndo(event));

const isUndo = ({ kind }: StoredEvent) =>
  kind === 'insert-undone' || kind === 'rejection-undone' || kind === 'gap-undone';
