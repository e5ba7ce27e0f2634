import type { Role } from '../domain/message';
import type { Break, ConsoleHealth } from '../protocol/console-health';
import type { InsertOutcome } from '../protocol/console-messages';
import type { PanelState } from './panel-state';
import type { PanelTools } from './panel-tools';

const tellingRoles = ['customer', 'agent', 'bot', 'note', 'system'] as const;
type TellingRole = (typeof tellingRoles)[number];
/** A time that is an hour old says the same as one that is a minute old. */
const staleMs = 60 * 60 * 1000;

/** Notes how the console in front is doing: found, seen, verified, and when. Never what was written. */
export function consoleHealthNotes({ get, set, brain, now }: PanelTools) {
  function known(consoleId: string): ConsoleHealth {
    const host = get().consoleHost ?? '';
    const before = get().settings.health.find(
      (one) => one.host === host && one.consoleId === consoleId,
    );
    return before ?? { host, consoleId, roles: [], failed: 0, broken: null };
  }

  function note(health: ConsoleHealth) {
    const { host, consoleId } = health;
    if (host === '' || consoleId === '') return;
    const { settings } = get();
    const isOther = (one: ConsoleHealth) => one.host !== host || one.consoleId !== consoleId;
    set({ settings: { ...settings, health: [health, ...settings.health.filter(isOther)] } });
    // Nothing for an agent to wait for, or to be told of.
    brain.call('health.note', health).catch(() => {});
  }

  return {
    read({ conversation, brainState }: PanelState) {
      if (conversation === null || brainState !== 'ready') return;
      const before = known(conversation.consoleId);
      const seen = new Set<Role>([
        ...before.roles,
        ...conversation.messages.map(({ role }) => role),
      ]);
      const roles: TellingRole[] = tellingRoles.filter((role) => seen.has(role));
      const isFresh = before.readAt !== undefined && now() - before.readAt < staleMs;
      const isMended = before.broken !== null && get().broken === undefined;
      if (isFresh && roles.length === before.roles.length && !isMended) return;
      const { brokenAt, ...rest } = before;
      const breaks = isMended ? { broken: null } : brokenAt === undefined ? {} : { brokenAt };
      note({ ...rest, ...breaks, readAt: now(), roles });
    },
    inserted(consoleId: string, result: InsertOutcome) {
      const before = known(consoleId);
      if (result.outcome === 'inserted') {
        const { step } = result;
        note({ ...before, insertedBy: step, insertedAt: now(), failed: 0 });
        return;
      }
      const isFailure =
        result.outcome === 'copied' || ['no-composer', 'not-inserted'].includes(result.why);
      if (isFailure) note({ ...before, failed: before.failed + 1 });
    },
    broke(consoleId: string, broken: Break | null) {
      set({ broken: broken ?? undefined });
      const before = known(consoleId);
      if (before.broken === broken) return;
      const { brokenAt: _, ...rest } = before;
      note({ ...rest, broken, ...(broken === null ? {} : { brokenAt: now() }) });
    },
  };
}
