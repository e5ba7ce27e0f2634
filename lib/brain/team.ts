import type { BrainNews } from '../protocol/brain-calls';
import type { TeamRecipe } from '../protocol/hub-recipes';
import { noTeam, type TeamStatus } from '../protocol/team-calls';
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
  /** Begins to keep in touch with the hub, if a team was joined. */
  start(): Touch | undefined;
  stop(): void;
  /** There is something to send; what comes in a short while goes with it. */
  noteEvent(): void;
};

const eventsWaitMs = 2_000;
/** More changes make the ranking anew: what is trained before they are there is trained in vain. */
const mostWhileTraining = 500;

export function makeTeam({ store, link, now, tellFaces, isOnline }: Parts): Team {
  let knowledge: Knowledge | undefined;
  let touch: Touch | undefined;
  let state: TeamStatus['state'] = 'catching-up';
  let since = now();
  let told = '';
  let toldRecipes: readonly TeamRecipe[] | undefined;
  let tellRecipes = (_: readonly TeamRecipe[]) => {};
  let sending: ReturnType<typeof setTimeout> | undefined;

  const sync = makeTeamSync({
    store,
    link,
    async onPage(page) {
      show(page);
      await dropSettled(store, page.team.kb);
      tell();
    },
    async onWiped(kbs) {
      for (const kb of kbs) await knowledge?.remove(kb);
    },
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
    if (next !== state) since = now();
    state = next;
    tell();
  }

  function onTried(outcome: SyncOutcome | 'failed'): void {
    if (outcome === 'failed') become(isOnline() ? 'unreachable' : 'offline');
    else become(outcome);
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
    start() {
      touch?.stop();
      const { membership } = store.team();
      if (membership === undefined || membership.removed) return undefined;
      const { hub, token } = membership;
      touch = stayInTouch({ link, sync, url: `${hub}/v1/stream`, token, onTried });
      return touch;
    },
    stop: () => touch?.stop(),
    noteEvent() {
      if (touch === undefined || sending !== undefined) return;
      sending = setTimeout(() => {
        sending = undefined;
        void touch?.attempt();
      }, eventsWaitMs);
    },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
