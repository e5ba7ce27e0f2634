import type { BrainNews } from '../protocol/brain-calls';
import type { TeamRecipe } from '../protocol/hub-recipes';
import { noTeam, type TeamStatus } from '../protocol/team-calls';
import type { IndexStore } from '../store/index-store';
import { entriesAfter, type TeamPage } from '../store/team-rows';
import { type DraftStore, withDrafts } from '../sync/draft-store';
import type { HubLink } from '../sync/hub-link';
import { dropSettled } from '../sync/settled-drafts';
import { stayInTouch, type Touch } from '../sync/stay-in-touch';
import { makeTeamSync, type SyncOutcome, type TeamSync } from '../sync/team-sync';
import { makeDeskTeller } from './desk-teller';
import type { Knowledge } from './knowledge';

type Parts = {
  readonly store: DraftStore;
  readonly link: HubLink;
  readonly indexStore?: IndexStore;
  readonly learnedStore?: IndexStore;
  readonly now: () => number;
  readonly tellFaces: (news: BrainNews) => void;
  readonly isOnline: () => boolean;
};

/** The team as the brain has it: one connection, and the copy in step with what is in memory. */
export type Team = {
  readonly store: DraftStore;
  readonly link: HubLink;
  readonly sync: TeamSync;
  status(): TeamStatus;
  /** Tells faces where it stands, if that has changed. */
  tell(): void;
  /** Where the copy is shown; anew whenever the brain is put together again. */
  attach(knowledge: Knowledge): void;
  /** Sets who hears of the team's recipes whenever they have changed. */
  onRecipes(listener: (recipes: readonly TeamRecipe[]) => void): void;
  /** Sets who hears whenever the team refused to learn something else. */
  onRefused(listener: () => void): void;
  /** Sets who hears whenever the copy has come up to date. */
  onSynced(listener: () => void): void;
  /** Begins to keep in touch with the hub, if a team was joined. */
  start(): Touch | undefined;
  stop(): void;
  /** Leaves nothing in memory, nor in the trained index, of bases that the store has no more. */
  forget(kbs: readonly string[]): Promise<void>;
  /** There is something to send; what comes in a short while goes with it. */
  noteEvent(): void;
};

const eventsWaitMs = 2_000;
const keepEveryMs = 60_000;
/** More changes make the ranking anew: what is trained before they are there is trained in vain. */
const mostWhileTraining = 500;

export function makeTeam(parts: Parts): Team {
  const { store, link, now, tellFaces, isOnline } = parts;
  let knowledge: Knowledge | undefined;
  let touch: Touch | undefined;
  let state: TeamStatus['state'] = 'catching-up';
  let since = now();
  /** When the copy was last known to be the hub's, also in an earlier session; kept now and then. */
  let syncedAt: number | undefined;
  let keptAt = 0;
  let told = '';
  let toldRecipes: readonly TeamRecipe[] | undefined;
  let tellRecipes = (_: readonly TeamRecipe[]) => {};
  let toldRefused = store.team().refused?.mark;
  let tellRefused = () => {};
  let tellSynced = () => {};
  let sending: ReturnType<typeof setTimeout> | undefined;

  const sync = makeTeamSync({
    store,
    link,
    async onPage(page) {
      // What cannot be read now has the page in it when it is read.
      await knowledge?.whole?.catch(() => {});
      show(page);
      await dropSettled(store, page.team.kb);
      tell();
    },
    onWiped: forget,
    async moveAside(kb) {
      const own = knowledge?.base(kb);
      if (knowledge === undefined || own === undefined) return;
      const id = `${kb}-own`.slice(-120);
      await knowledge.replaceBase(
        { ...own.base, id, name: `${own.base.name} 2` },
        own.entries.map((entry) => ({ ...entry, base: id })),
      );
      await knowledge.remove(kb);
    },
    onDesk: makeDeskTeller((desk) => tellFaces({ news: 'desk.changed', desk })),
    onCatchingUp(changes) {
      become('catching-up');
      const goOn = changes > mostWhileTraining ? knowledge?.holdTraining() : undefined;
      return () => goOn?.();
    },
  });

  async function forget(kbs: readonly string[]): Promise<void> {
    // It holds words of the entries. Where it cannot be written, no answer may stay for that.
    if (kbs.length > 0) {
      await parts.indexStore?.write([]).catch(() => {});
      await parts.learnedStore?.write([]).catch(() => {});
    }
    for (const kb of kbs) await knowledge?.remove(kb);
  }

  function show(page: TeamPage): void {
    const { kb } = page.team;
    const held = knowledge?.base(kb);
    const base = page.base ?? held?.base;
    if (base === undefined) return;
    const before = new Map(held?.entries.map((entry) => [entry.id, entry]));
    const { drafts } = store.team();
    const entries = withDrafts(kb, entriesAfter(held?.entries ?? [], page), drafts);
    // The ranking knows with each entry where its base applies.
    const isMoved = !isSame(held?.base, base);
    const changed = entries.filter((entry) => isMoved || !isSame(before.get(entry.id), entry));
    knowledge?.adopt(base, entries, changed);
  }

  function become(next: TeamStatus['state']): void {
    // A stream that was open until now held the copy in step.
    if (next === 'synced' || (state === 'synced' && isLost(next))) keepSynced(next !== state);
    if (next !== state && !(isLost(next) && isLost(state))) {
      since = isLost(next) ? (syncedAt ?? now()) : now();
    }
    state = next;
    tell();
  }

  function keepSynced(isAtOnce: boolean): void {
    syncedAt = now();
    if (!isAtOnce && syncedAt - keptAt < keepEveryMs) return;
    keptAt = syncedAt;
    // Without room for it only a time is said wrongly.
    store.changeTeam({ syncedAt }).catch(() => {});
  }

  function onTried(outcome: SyncOutcome | 'failed'): void {
    if (outcome === 'failed') become(isOnline() ? 'unreachable' : 'offline');
    else become(outcome);
    if (outcome === 'synced') tellSynced();
  }

  function status(): TeamStatus {
    const { membership, bases, drafts } = store.team();
    if (membership === undefined) return noTeam;
    return {
      state: membership.removed ? 'removed' : state,
      since,
      organisation: membership.organisation,
      hub: membership.hub,
      role: membership.role ?? null,
      bases: bases.map(({ kb, role }) => ({
        kb,
        role,
        unpublished: drafts.filter(({ base, handedIn }) => base === kb && handedIn === undefined)
          .length,
      })),
    };
  }

  const recipesNow = () => store.team().recipes?.list ?? [];
  store.onDrafts(tell);

  function tell(): void {
    const recipes = recipesNow();
    if (!isSame(recipes, toldRecipes)) {
      toldRecipes = recipes;
      tellRecipes(recipes);
    }
    const refused = store.team().refused?.mark;
    if (refused !== toldRefused) {
      toldRefused = refused;
      tellRefused();
    }
    const team = status();
    const words = JSON.stringify(team);
    if (words === told) return;
    told = words;
    tellFaces({ news: 'team.changed', team });
  }

  return {
    store,
    link,
    sync,
    status,
    tell,
    attach(to) {
      knowledge = to;
    },
    onRecipes(listener) {
      tellRecipes = listener;
    },
    onRefused(listener) {
      tellRefused = listener;
    },
    onSynced(listener) {
      tellSynced = listener;
    },
    start() {
      touch?.stop();
      const { membership } = store.team();
      if (membership === undefined || membership.removed) return undefined;
      const { hub, token } = membership;
      syncedAt = store.team().syncedAt;
      touch = stayInTouch({ link, sync, url: `${hub}/v1/stream`, token, onTried });
      return touch;
    },
    stop: () => touch?.stop(),
    forget,
    noteEvent() {
      if (touch === undefined || sending !== undefined) return;
      sending = setTimeout(() => {
        sending = undefined;
        void touch?.attempt();
      }, eventsWaitMs);
    },
  };
}

const isLost = (state: TeamStatus['state']) => state === 'offline' || state === 'unreachable';
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
