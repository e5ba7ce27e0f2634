import type { Brain, Params } from '../protocol/brain-calls';

type Told = Params<'event.record'>;

export type EventOutbox = {
  /** Tells the brain of an event; never rejects. */
  record(told: Told): Promise<void>;
  /** Tells again what could not be recorded when it happened. */
  retry(): Promise<void>;
};

/** A day's picks of a busy agent; beyond it the oldest are let go. */
const mostKept = 1_000;

/**
 * Keeps the events that the brain could not write down, as when the disk is full. Learning must
 * never stand in the agent's way, so nobody waits for it.
 */
export function makeEventOutbox(
  brain: Brain,
  /** Whether it is a team's base, which may want to know how customers ask. */
  isTeams: (base: string) => boolean,
): EventOutbox {
  const unsent: Told[] = [];
  let retrying = false;

  async function send(told: Told): Promise<boolean> {
    try {
      const { seq } = await brain.call('event.record', told);
      offer(told, seq);
      return true;
    } catch (error) {
      console.warn('Cuecard: an event was not recorded.', error);
      return false;
    }
  }

  /** Nobody waits for what becomes of it, and what cannot be offered now is not shared. */
  function offer({ event }: Told, seq: number): void {
    const isPick = event.kind === 'inserted' || event.kind === 'edited';
    if (!isPick || !isTeams(event.entry.base)) return;
    brain.call('team-learning.offer', { seq }).catch(() => {});
  }

  async function retry(): Promise<void> {
    if (retrying) return;
    retrying = true;
    for (let told = unsent[0]; told !== undefined; told = unsent[0]) {
      if (!(await send(told))) break;
      unsent.shift();
    }
    retrying = false;
  }

  return {
    async record(told) {
      if (await send(told)) return void retry();
      unsent.push(told);
      if (unsent.length > mostKept) unsent.shift();
    },
    retry,
  };
}
