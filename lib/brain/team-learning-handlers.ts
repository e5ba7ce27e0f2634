import * as v from 'valibot';
import type { Entry } from '../domain/entry';
import type { Params, ResultOf } from '../protocol/brain-calls';
import {
  type LearnedDecisionMade,
  learnedSharingSchema,
  type TeamPhrasing,
  teamPhrasingsSchema,
} from '../protocol/hub-learned';
import { mayDo } from '../protocol/hub-sync';
import type { LearnedPhrasing } from '../protocol/learning-calls';
import type { teamLearningCalls } from '../protocol/team-learning-calls';
import { entryKey } from '../store/store';
import { askHub } from './ask-hub';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';
import { holdsPhrasing, phrasingWords, withLearned, withoutLearned } from './learned-in-entry';
import type { PickSharing } from './pick-sharing';
import type { Team } from './team';
import { textKeptMs } from './text-retention';

type Parts = {
  readonly team: Team;
  readonly sharing: PickSharing;
  readonly knowledge: Knowledge;
  readonly now: () => number;
};
type Ref = Params<'team-learning.refuse'>;
type Decided = ResultOf<'team-learning.refuse'>;

/** The calls by which supervisors look after what the picks of all agents taught. */
export function teamLearningHandlers({
  team,
  sharing,
  knowledge,
  now,
}: Parts): Pick<BrainHandlers, keyof typeof teamLearningCalls> {
  const { store, link } = team;
  const ask = <Schema extends v.GenericSchema>(schema: Schema, path: string, body?: object) => {
    const { membership } = store.team();
    const member = membership?.removed ? undefined : membership;
    return askHub(link, member, { path, ...(body === undefined ? {} : { body }) }, schema);
  };
  const learnedOf = (base: string) => `/v1/bases/${encodeURIComponent(base)}/learned`;
  const entryAt = (base: string, id: string): Entry | undefined =>
    knowledge.entry(entryKey({ base, id }))?.entry;

  /** All that the hub has of a base; undefined where it does not answer. */
  async function inBase(base: string): Promise<LearnedPhrasing[] | undefined> {
    const told = await ask(teamPhrasingsSchema, learnedOf(base));
    if (told.outcome !== 'told') return undefined;
    return told.reply.phrasings.flatMap((each) => {
      const held = knowledge.entry(entryKey({ base, id: each.entry }));
      return held === undefined ? [] : [listed(each, held.entry, held.base.name)];
    });
  }

  async function decide({ base, entry, id }: Ref, decision: LearnedDecisionMade): Promise<Decided> {
    const path = `${learnedOf(base)}/decide`;
    const { outcome } = await ask(v.object({}), path, { entry, phrasing: id, decision });
    if (outcome === 'told') return { outcome: 'done' };
    return { outcome: outcome === 'gone' ? 'gone' : 'unreachable' };
  }

  /** The stream tells of a refusal, too; whoever did it sees it as soon as this is answered. */
  async function follow(decided: Decided): Promise<Decided> {
    if (decided.outcome === 'done') await team.sync.sync().catch(() => {});
    team.tell();
    return decided;
  }

  const find = async ({ base, entry, id }: Ref) =>
    (await inBase(base))?.find((each) => each.id === id && each.entry.id === entry);

  return {
    'team-learning.offer': async ({ seq }) => ({ outcome: await sharing.offer(seq) }),

    async 'team-learning.sharing'() {
      const told = await ask(learnedSharingSchema, '/v1/learned/sharing');
      return told.outcome === 'told' ? { learned: told.reply.learned } : null;
    },
    async 'team-learning.share'({ learned }) {
      const { outcome } = await ask(v.object({}), '/v1/learned/sharing/set', { learned });
      return { done: outcome === 'told' };
    },

    async 'team-learning.list'({ state, limit }) {
      const bases = store.team().bases.filter(({ role }) => mayDo(role, 'supervisor'));
      const lists = await Promise.all(bases.map(({ kb }) => inBase(kb)));
      const all: LearnedPhrasing[] = [];
      for (const list of lists) {
        if (list === undefined) return null;
        all.push(...list);
      }
      all.sort((one, other) => other.picks - one.picks || (other.lastAt ?? 0) - (one.lastAt ?? 0));
      const of = (which: LearnedPhrasing['state']) => all.filter((each) => each.state === which);
      return {
        counts: {
          live: of('live').length,
          accepted: of('accepted').length,
          refused: of('refused').length,
        },
        phrasings: of(state).slice(0, limit),
      };
    },

    async 'team-learning.accept'({ text, ...ref }) {
      const found = await find(ref);
      const entry = entryAt(ref.base, ref.entry);
      if (found === undefined || entry === undefined || found.text === null) {
        return { outcome: 'gone' };
      }
      const changed = withLearned(entry, phrasingWords(text ?? found.text), now());
      if (changed === undefined) return { outcome: 'does-not-fit' };
      // Noted there first: another supervisor does not look at it once more.
      const decided = await decide(ref, 'accepted');
      if (decided.outcome === 'done' && changed !== entry) await knowledge.saveEntry(changed);
      team.tell();
      return decided;
    },
    'team-learning.refuse': async (ref) => follow(await decide(ref, 'refused')),
    async 'team-learning.take-back'(ref) {
      const found = await find(ref);
      const decided = await decide(ref, null);
      const entry = entryAt(ref.base, ref.entry);
      if (decided.outcome === 'done' && entry !== undefined && found?.state === 'accepted') {
        const changed = withoutLearned(entry, found.text ?? '', now());
        if (changed !== entry) await knowledge.saveEntry(changed);
      }
      return follow(decided);
    },
  };
}

function listed(told: TeamPhrasing, entry: Entry, baseName: string): LearnedPhrasing {
  const { phrasing, text, decision, picks, people, firstAt, lastAt } = told;
  // Published by somebody, or written here to be published: nobody has to decide any more.
  const isHeld = text !== null && holdsPhrasing(entry, text);
  return {
    id: phrasing,
    entry: { base: entry.base, id: entry.id, title: entry.title },
    baseName,
    text,
    state: decision ?? (isHeld ? 'accepted' : 'live'),
    picks,
    people,
    edits: 0,
    events: [],
    firstAt,
    lastAt,
    endsAt: lastAt === null || picks === 0 ? null : lastAt + textKeptMs,
  };
}
