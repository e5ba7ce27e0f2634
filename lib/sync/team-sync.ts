import * as v from 'valibot';
import { nextChain } from '../protocol/hub-ops';
import {
  type BasePoke,
  type Head,
  type Poke,
  pokeSchema,
  speaksSchema,
  syncReplySchema,
} from '../protocol/hub-sync';
import { hubVersion, oldestUnderstanding } from '../protocol/hub-version';
import type { Desk } from '../protocol/team-calls';
import type { Store } from '../store/store';
import type { Membership, TeamBase, TeamPage } from '../store/team-rows';
import type { HubLink } from './hub-link';
import { pageOf } from './page-of';
import { BadCopy, type Pulled, parseAnswer, pull } from './pull-base';
import { pullRecipes } from './pull-recipes';
import { pullRefused } from './pull-refused';
import { numberBehind, pushEvents } from './push-events';

export type TeamSyncParts = {
  readonly store: Store;
  readonly link: HubLink;
  /** Is told of a page after it is kept. */
  readonly onPage: (page: TeamPage) => Promise<void> | void;
  /** Is told of bases that may not be read any more, after nothing of them is left. */
  readonly onWiped: (kbs: readonly string[]) => Promise<void> | void;
  /** Makes room for a team's base where a base of one's own has its id. */
  readonly moveAside: (kb: string) => Promise<void>;
  /** A copy is being brought up to date, by about so many changes. Gives who is told of the end. */
  readonly onCatchingUp?: (changes: number) => () => void;
  /** Is told when others changed what the hub keeps for who reviews and answers. */
  readonly onDesk?: (desk: Desk) => void;
};

/**
 * `needs-update`: the hub is too new for this extension; `hub-old`: it is too old for it. Until one
 * of them is updated the copy stays as it is, and events wait.
 */
export type SyncOutcome = 'none' | 'synced' | 'removed' | 'needs-update' | 'hub-old';

export type TeamSync = {
  /** Brings everything up to date, both ways. Rejects when the hub cannot be reached or read. */
  sync(): Promise<SyncOutcome>;
  /** Does something that no synchronisation may come between. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Takes in what the stream said; asks the hub where that does not follow what is held. */
  hear(message: string): Promise<SyncOutcome>;
};

/** Not just any JSON with an error in it: a company's gateway may answer in the hub's place. */
const refusalSchema = v.object({ hub: v.literal('cuecard'), error: v.string() });

/** The one client of the hub on this machine. Its deeds wait for each other. */
export function makeTeamSync(parts: TeamSyncParts): TeamSync {
  const { store, link } = parts;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };
  let told = '';
  /** Hub and extension do not understand each other: nothing of a stream may be taken in. */
  let isApart = false;

  async function sync(): Promise<SyncOutcome> {
    const { membership, bases } = await store.readTeam();
    if (membership === undefined) return 'none';
    if (membership.removed) return 'removed';
    const { hub, token } = membership;
    const answer = await link.ask({ method: 'GET', url: `${hub}/v1/sync`, token });
    if (answer.status === 401) {
      // Only in the hub's own words: a portal's login page must not cost anybody their answers.
      parseAnswer(refusalSchema, answer.text);
      await wipe(
        bases.map(({ kb }) => kb),
        { ...membership, token: '', removed: true },
      );
      return 'removed';
    }
    if (answer.status !== 200) throw new BadCopy(`The hub answered ${answer.status}`);
    const { speaks, understoodFrom } = parseAnswer(speaksSchema, answer.text);
    isApart = understoodFrom > hubVersion || speaks < oldestUnderstanding;
    if (isApart) return understoodFrom > hubVersion ? 'needs-update' : 'hub-old';
    const reply = parseAnswer(syncReplySchema, answer.text);
    await numberBehind(store, reply.deviceHw);
    const { role, organisation = membership.organisation } = reply;
    if (membership.role !== role || membership.organisation !== organisation) {
      await store.changeTeam({ membership: { ...membership, role, organisation } });
    }
    const granted = new Set(reply.bases.map(({ kb }) => kb));
    const lost = bases.map(({ kb }) => kb).filter((kb) => !granted.has(kb));
    if (lost.length > 0) await wipe(lost);

    for (const { kb, role, readKey, head } of reply.bases) {
      const held = bases.find((base) => base.kb === kb);
      const cursor = held?.isDamaged ? null : (held?.cursor ?? null);
      const team: TeamBase = { kb, role, readKey, cursor };
      if (held === undefined) await parts.moveAside(kb);
      if (held?.role !== role || held.readKey !== readKey)
        await store.changeTeam({ bases: [team] });
      await catchUp(membership, team, head);
    }
    await tellSeen(membership);
    await pushEvents({ store, link }, membership, granted, reply.deviceHw);
    // Last: recipes that cannot be had hold up neither answers nor events.
    await pullRecipes({ store, link }, membership, reply.recipes);
    await pullRefused({ store, link }, membership, reply.refused ?? null);
    return 'synced';
  }

  async function catchUp({ hub }: Membership, team: TeamBase, head: Head): Promise<void> {
    const { cursor } = team;
    if (cursor?.epoch === head.epoch && cursor.chain === head.chain) return;
    const isOver = parts.onCatchingUp?.(head.version - (cursor?.version ?? 0));
    try {
      const source = { link, hub, readKey: team.readKey };
      await take(team, await pull(source, cursor, head));
    } finally {
      isOver?.();
    }
  }

  async function take(team: TeamBase, pulled: Pulled): Promise<void> {
    const { page, unreadable } = pageOf(team, pulled);
    if (unreadable > 0) console.warn(`Cuecard: ${unreadable} changes of a team cannot be read`);
    await store.changeTeam({ page });
    await parts.onPage(page);
  }

  async function wipe(kbs: readonly string[], membership?: Membership): Promise<void> {
    await store.changeTeam({ wipe: kbs, ...(membership === undefined ? {} : { membership }) });
    await parts.onWiped(kbs);
  }

  async function tellSeen({ hub, token }: Membership): Promise<void> {
    const { bases } = await store.readTeam();
    const seen = Object.fromEntries(bases.map(({ kb, cursor }) => [kb, cursor?.version ?? 0]));
    const words = JSON.stringify(seen);
    if (words === told) return;
    const request = { method: 'POST', url: `${hub}/v1/seen`, token, body: { seen } } as const;
    if ((await link.ask(request)).status === 200) told = words;
  }

  async function hear(message: string): Promise<SyncOutcome> {
    if (isApart) return sync();
    const poke = readPoke(message);
    const { membership, bases, recipes, refused } = await store.readTeam();
    if (poke === undefined || membership === undefined || membership.removed) return 'synced';
    if ('gaps' in poke || 'review' in poke) {
      parts.onDesk?.('gaps' in poke ? { of: 'gaps' } : { of: 'review', base: poke.review });
      return 'synced';
    }
    if ('recipes' in poke) return poke.recipes === recipes?.mark ? 'synced' : sync();
    if ('refused' in poke) return poke.refused === refused?.mark ? 'synced' : sync();
    const team = bases.find(({ kb }) => kb === poke.kb);
    const cursor = team?.isDamaged ? null : team?.cursor;
    if (team && cursor && cursor.epoch === poke.epoch) {
      if (cursor.version === poke.version && cursor.chain === poke.chain) return 'synced';
      const pulled = await following(poke, cursor);
      if (pulled !== undefined) {
        await take(team, pulled);
        await tellSeen(membership);
        return 'synced';
      }
    }
    return sync();
  }

  return {
    sync: () => inTurn(sync),
    alone: inTurn,
    hear: (message) => inTurn(() => hear(message)),
  };
}

/** What a poke brings with it, if it follows exactly what is held. */
async function following(poke: BasePoke, cursor: { version: number; chain: string }) {
  const { ops, from, epoch, version } = poke;
  if (ops === undefined || from !== cursor.version || version !== from + ops.length)
    return undefined;
  let { chain } = cursor;
  for (const op of ops) chain = await nextChain(chain, op);
  return chain === poke.chain
    ? { isWhole: false, ops, cursor: { epoch, version, chain } }
    : undefined;
}

function readPoke(message: string): Poke | undefined {
  try {
    return v.parse(pokeSchema, JSON.parse(message));
  } catch {
    return undefined;
  }
}
