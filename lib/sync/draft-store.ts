import type { Entry } from '../domain/entry';
import { withEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { baseSubject } from '../protocol/hub-ops';
import { mayDo } from '../protocol/hub-sync';
import { outlineOf } from '../store/entry-outlines';
import { entryKey, type Store } from '../store/store';
import type { TeamDraft, TeamState } from '../store/team-rows';

/** The place of an entry that is a draft only. */
const inNoChunk = -1;

/** A store in which a team's base is written to as drafts, and read with the drafts in it. */
export type DraftStore = Store & {
  team(): TeamState;
  /** The entries as the hub has them. */
  readPublished(base: string): Promise<Entry[]>;
  /** A base's own fields as the hub has them. */
  readPublishedBase(base: string): Promise<KnowledgeBase | undefined>;
  /** Sets who is told of each new draft. */
  onDrafts(listener: () => void): void;
};

/**
 * Keeps the copy of a team's base what the hub says: whatever is written to it here becomes a
 * draft, until it is published and comes back. Bases of one's own pass through.
 */
export async function makeDraftStore(store: Store): Promise<DraftStore> {
  let state = await store.readTeam();
  let tell = () => {};
  const teamBase = (kb: string) => state.bases.find((base) => base.kb === kb);
  const write = async (kb: string, drafts: readonly Omit<TeamDraft, 'base' | 'basedOn'>[]) => {
    const { role, cursor } = teamBase(kb) ?? {};
    if (role === undefined || !mayDo(role, 'author')) {
      throw new Error('These answers are your team’s: only its authors can change them');
    }
    const putDrafts = drafts.map((draft) => {
      const earlier = state.drafts.find(({ base, id }) => base === kb && id === draft.id);
      return { ...draft, base: kb, basedOn: earlier?.basedOn ?? cursor?.version ?? 0 };
    });
    await changeTeam({ putDrafts });
    tell();
  };
  const entryDrafts = () => state.drafts.filter(({ id }) => id !== baseSubject);
  const changeTeam: Store['changeTeam'] = async (change) => {
    await store.changeTeam(change);
    state = await store.readTeam();
  };

  const own: Partial<DraftStore> = {
    team: () => state,
    onDrafts(listener) {
      tell = listener;
    },
    readPublished: (kb) => store.readEntries(kb),
    readPublishedBase: async (kb) => (await store.readBases()).find(({ id }) => id === kb),
    changeTeam,
    async readBases() {
      const fields = new Map(
        state.drafts.flatMap(({ base, fields }) => (fields === undefined ? [] : [[base, fields]])),
      );
      return (await store.readBases()).map((base) => fields.get(base.id) ?? base);
    },
    readEntries: async (kb) => withDrafts(kb, await store.readEntries(kb), state.drafts),
    async readOutlines() {
      const outlines = await store.readOutlines();
      const drafts = entryDrafts();
      if (outlines === undefined || drafts.length === 0) return outlines;
      const drafted = new Set(drafts.map(entryKey));
      return [
        ...outlines.filter((outline) => !drafted.has(entryKey(outline))),
        ...drafts.flatMap(({ entry }) => (entry === null ? [] : outlineOf(entry, inNoChunk))),
      ];
    },
    async readOutlined(outlines) {
      const drafted = new Map(entryDrafts().map((draft) => [entryKey(draft), draft.entry]));
      const published = outlines.filter(({ at }) => at !== inNoChunk);
      const entries = await store.readOutlined(published);
      const own = outlines.flatMap((outline) =>
        outline.at === inNoChunk ? (drafted.get(entryKey(outline)) ?? []) : [],
      );
      return entries && [...entries, ...own];
    },
    async replaceBase(base, entries) {
      if (teamBase(base.id) === undefined) return store.replaceBase(base, entries);
      const before = new Map((await own.readEntries?.(base.id))?.map((each) => [each.id, each]));
      const kept = new Set(entries.map(({ id }) => id));
      await write(base.id, [
        ...entries
          .filter((entry) => JSON.stringify(before.get(entry.id)) !== JSON.stringify(entry))
          .map((entry) => ({ id: entry.id, entry })),
        ...[...before.keys()].filter((id) => !kept.has(id)).map((id) => ({ id, entry: null })),
      ]);
    },
    async putBase(base) {
      if (teamBase(base.id) === undefined) return store.putBase(base);
      await write(base.id, [{ id: baseSubject, entry: null, fields: base }]);
    },
    async putEntry(entry, before) {
      if (teamBase(entry.base) === undefined) return store.putEntry(entry, before);
      await write(entry.base, [{ id: entry.id, entry }]);
    },
    async removeEntry(ref) {
      if (teamBase(ref.base) === undefined) return store.removeEntry(ref);
      await write(ref.base, [{ id: ref.id, entry: null }]);
    },
    async removeBase(id) {
      if (teamBase(id) === undefined) return store.removeBase(id);
      throw new Error('These answers are your team’s: leave the team to be rid of them');
    },
    async eraseAll() {
      await store.eraseAll();
      state = await store.readTeam();
    },
  };
  return new Proxy(store, {
    get: (target, name) => Reflect.get(Object.hasOwn(own, name) ? own : target, name),
  }) as DraftStore;
}

/** The entries of a base as they would be with everything published. */
export function withDrafts(
  kb: string,
  entries: readonly Entry[],
  drafts: readonly TeamDraft[],
): Entry[] {
  const mine = drafts.filter(({ base, id }) => base === kb && id !== baseSubject);
  const gone = new Set(mine.filter(({ entry }) => entry === null).map(({ id }) => id));
  let merged = entries.filter(({ id }) => !gone.has(id));
  for (const { entry } of mine) if (entry !== null) merged = withEntry(merged, entry);
  return merged;
}
