import { must } from '../base/must';
import { type Entry, withEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { StoredEvent } from '../domain/pick';
import type { Settings } from '../protocol/brain-calls';
import { eventsToKeep } from './kept-events';
import { belongsTo, entryKey, type Store } from './store';
import { entriesAfter, teamRowsOf } from './team-rows';
import { teamStateOf } from './team-state';
import { withoutText } from './without-text';

/** Forgets everything with the process. For private windows, where there is no database to open. */
export function makeMemoryStore(): Store {
  const bases = new Map<string, { base: KnowledgeBase; entries: readonly Entry[] }>();
  let events: StoredEvent[] = [];
  let lastSeq = 0;
  let settings: Partial<Settings> = {};
  const team = new Map<string, unknown>();
  const readTeam = async () => teamStateOf(Array.from(team, ([key, value]) => ({ key, value })));

  return {
    readBases: async () =>
      [...bases.values()].map(({ base }) => base).sort((a, b) => (a.id < b.id ? -1 : 1)),
    readEntries: async (base) => [...(bases.get(base)?.entries ?? [])],
    // All entries are at hand at once.
    readOutlines: async () => undefined,
    readOutlined: async () => undefined,
    async makeOutlines() {},
    async replaceBase(base, entries) {
      bases.set(base.id, { base, entries: [...entries] });
    },
    async removeBase(id) {
      bases.delete(id);
    },
    async putBase(base) {
      bases.set(base.id, { base, entries: bases.get(base.id)?.entries ?? [] });
    },
    async putEntry(entry, before) {
      const held = must(bases.get(entry.base), `the base of ${entry.id}`);
      bases.set(entry.base, { ...held, entries: withEntry(held.entries, entry, before) });
    },
    async removeEntry(ref) {
      const held = bases.get(ref.base);
      if (held === undefined) return;
      const entries = held.entries.filter(({ id }) => id !== ref.id);
      bases.set(ref.base, { ...held, entries });
    },
    readTeam,
    async changeTeam(change) {
      const { put, dropped } = teamRowsOf(change, (await readTeam()).drafts);
      for (const key of dropped) team.delete(key);
      for (const { key, value } of put) team.set(key, value);
      for (const kb of change.wipe ?? []) bases.delete(kb);
      const { page } = change;
      if (page === undefined) return;
      const held = bases.get(page.team.kb);
      const base = page.base ?? held?.base;
      if (base !== undefined) {
        bases.set(base.id, { base, entries: entriesAfter(held?.entries ?? [], page) });
      }
    },
    readSettings: async () => settings,
    async writeSettings(changes) {
      settings = { ...settings, ...changes };
    },
    async appendEvent(event) {
      const { eventId } = event;
      const known =
        eventId === undefined ? undefined : events.find((each) => each.eventId === eventId);
      if (known !== undefined) return { seq: known.seq, isNew: false };
      const seq = ++lastSeq;
      events.push({ ...event, seq } as StoredEvent);
      return { seq, isNew: true };
    },
    async keepEvents(given) {
      const { own, anew } = eventsToKeep(events, given);
      events = [...events, ...own].sort((one, other) => one.seq - other.seq);
      lastSeq = Math.max(lastSeq, events.at(-1)?.seq ?? 0);
      for (const event of anew) events.push({ ...event, seq: ++lastSeq } as StoredEvent);
    },
    async raiseEventNumbers(above) {
      lastSeq = Math.max(lastSeq, above);
    },
    readEvents: async (after, limit) => events.filter(({ seq }) => seq > after).slice(0, limit),
    async forgetText(before) {
      events.forEach((event, at) => {
        if (event.at < before) events[at] = withoutText(event);
      });
    },
    async countPicks() {
      const counts = new Map<string, number>();
      for (const event of events) {
        if (event.kind !== 'inserted' && event.kind !== 'edited') continue;
        const key = entryKey(event.entry);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts;
    },
    async eraseEvents(of) {
      const isErased = belongsTo(of);
      const before = events.length;
      events = events.filter((event) => !isErased(event));
      return before - events.length;
    },
    async eraseAll() {
      bases.clear();
      events = [];
      settings = {};
    },
    close() {},
  };
}
