import type { Conversation } from '../domain/conversation';
import type { FromConsole } from '../protocol/console-messages';
import type { ConsoleLink } from './console-link';

/** The console script of one frame, and what it has told. */
export type Seat = {
  readonly link: ConsoleLink;
  state: Extract<FromConsole, { type: 'console.state' }> | undefined;
  conversation: Conversation | null;
  /** When it came to a conversation, or the person to it: the later of both, by any one clock. */
  at: number;
  /** Somebody is teaching how it is read. */
  teaches: boolean;
};

/** Whose conversation the panel shows. Where none has one, the one before stays, if it is there. */
export function elected(seats: readonly Seat[], before: Seat): Seat {
  const teaching = seats.find(({ teaches }) => teaches);
  if (teaching !== undefined) return teaching;
  const open = seats.filter((seat) => seat.conversation !== null && !isEcho(seat, seats));
  const last = open.reduce<Seat | undefined>(
    (best, seat) => (best === undefined || seat.at > best.at ? seat : best),
    undefined,
  );
  if (last !== undefined) return last;
  const known = seats.filter(isKnown);
  if (known.length > 0) return known.includes(before) ? before : (known[0] ?? before);
  return seats[0] ?? before;
}

/** A recipe fits, though no conversation is open. */
const isKnown = ({ state }: Seat) => state?.state === 'reading' || state?.state === 'searching';

/** The page's own script reads its frames, too: what it only guesses there, a recipe may know. */
function isEcho(seat: Seat, seats: readonly Seat[]): boolean {
  if (seat.state?.state !== 'generic') return false;
  const last = seat.conversation?.messages.at(-1);
  return seats.some(
    ({ state, conversation }) =>
      state?.state === 'reading' &&
      last !== undefined &&
      conversation?.messages.at(-1)?.text === last.text,
  );
}
