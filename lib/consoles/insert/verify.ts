import type { Aim, Wait } from './aim';
import { squeeze } from './read-composer';

export type Verdict = 'inserted' | 'unchanged' | 'wrong';

const pollMs = 20;
/** How long a step that something took may need until its text is in the DOM. */
const takenMs = 500;
/** A step that nothing took writes, if at all, at once. */
const ignoredMs = 20;
/** CKEditor 5 puts back what it did not write itself, within about this time. */
const revertMs = 250;

/**
 * Reads the composer back until the text is there, and once more when an editor would have thrown
 * it out. A person who goes on typing, or sends, after the text arrived does not make it wrong.
 */
export async function verify(
  { before, expected }: Aim,
  text: string,
  wasTaken: boolean,
  read: () => string | undefined,
  hasPersonActed: () => boolean,
  wait: Wait,
): Promise<Verdict> {
  const limitMs = wasTaken ? takenMs : ignoredMs;
  let now = read();
  for (let waitedMs = 0; now !== expected && waitedMs < limitMs; waitedMs += pollMs) {
    await wait(pollMs);
    now = read();
  }
  if (now !== expected) return now === before ? 'unchanged' : 'wrong';
  await wait(revertMs);
  now = read();
  if (now === expected || hasPersonActed()) return 'inserted';
  return now === before ? 'unchanged' : holds(now, text) ? 'inserted' : 'wrong';
}

/** Once, not twice: an editor may take the text itself and let the browser insert it as well. */
function holds(now: string | undefined, text: string): boolean {
  return now !== undefined && now.split(squeeze(text)).length === 2;
}
