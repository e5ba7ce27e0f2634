import type { StoredEvent } from '../domain/pick';
import { eventsReplySchema, type SharedEvent } from '../protocol/hub-sync';
import type { Store } from '../store/store';
import type { Membership } from '../store/team-rows';
import type { HubLink } from './hub-link';
import { parseAnswer } from './pull-base';

const eventsPerBatch = 200;
/** Nobody sends so many; a hub that says it has more must not use the numbers up. */
const mostEvents = 2 ** 40;

/**
 * Sends all events after the hub's mark, in order. The events are kept here anyway, so a hub that
 * went back to an old back-up gets again what it lost; what it has already, it does not take twice.
 */
export async function pushEvents(
  { store, link }: { readonly store: Store; readonly link: HubLink },
  { hub, token }: Membership,
  teamBases: ReadonlySet<string>,
  mark: number,
): Promise<void> {
  let hw = mark;
  for (;;) {
    const events = await store.readEvents(hw, eventsPerBatch);
    const last = events.at(-1);
    if (last === undefined) return;
    const body = {
      from: hw,
      upTo: last.seq,
      events: events.flatMap((event) => sharedOf(event, teamBases) ?? []),
    };
    const answer = await link.ask({ method: 'POST', url: `${hub}/v1/events`, token, body });
    // The rest goes with a later synchronisation.
    if (answer.status === 429) return;
    const reply = parseAnswer(eventsReplySchema, answer.text);
    if (reply.hw <= hw) return;
    hw = reply.hw;
  }
}

/**
 * Has events numbered above the hub's mark. It is above them where an old back-up of this machine was
 * put in place: the hub would take for known whatever gets a number that it has already. What was
 * picked between the back-up and the first sync after it stays here: nobody could tell it from what
 * the hub has under those numbers.
 */
export async function numberBehind(store: Store, mark: number): Promise<void> {
  if (mark === 0 || mark > mostEvents) return;
  const [newest] = await store.readEvents(mark - 1, 1);
  if (newest === undefined) await store.raiseEventNumbers(mark);
}

/** What the team may know of an event: no word of the customer or the agent, and no conversation. */
export function sharedOf(
  event: StoredEvent,
  teamBases: ReadonlySet<string>,
): SharedEvent | undefined {
  const { seq, at, consoleId } = event;
  switch (event.kind) {
    case 'gap':
      return { seq, at, consoleId, kind: 'gap', entries: [] };
    case 'gap-undone': {
      const { kind, sentAs } = event;
      return { seq, at, consoleId, kind, entries: [], ...(sentAs === undefined ? {} : { sentAs }) };
    }
    case 'shown': {
      const entries = event.entries.filter(({ base }) => teamBases.has(base)).slice(0, 100);
      return entries.length === 0 ? undefined : { seq, at, consoleId, kind: 'shown', entries };
    }
    case 'inserted':
    case 'edited':
    case 'insert-undone':
    case 'rejected':
    case 'rejection-undone': {
      const { kind, entry } = event;
      if (!teamBases.has(entry.base)) return undefined;
      const place = 'place' in event ? { place: event.place } : {};
      return { seq, at, consoleId, kind, entries: [entry], ...place };
    }
    default:
      // What was decided about learned phrasings is this machine's own.
      return undefined;
  }
}
