import * as v from 'valibot';
import type { EntryRef } from '../domain/pick';
import { redactByRules } from '../privacy/redact-by-rules';
import {
  type LearnedSharing,
  learnedSharingSchema,
  longestLearned,
  type SharedPick,
} from '../protocol/hub-learned';
import { entryKey } from '../store/store';
import type { SharedPicks } from '../store/team-rows';
import { askHub } from './ask-hub';
import type { Knowledge } from './knowledge';
import type { Learned } from './learned';
import { holdsPhrasing } from './learned-in-entry';
import type { Team } from './team';

/** So long an agent may think better of a pick before anything of it goes. */
export const secondThoughtsMs = 2 * 60_000;
/** What could not go until then does not go: nobody's words wait for a hub that comes back. */
const longestWaitMs = 30 * 60_000;
/** A hub that does not answer keeps nobody from erasing. */
const longestGoodbyeMs = 10_000;
const picksPerBatch = 50;
const seqsPerBatch = 500;

/**
 * How customers ask, on its way from this machine's picks to the team. Nothing waits unless the team
 * wanted it when the answer was picked, and nothing goes unless it wants it still and the pick stands;
 * what is undone, refused or erased here afterwards is taken back there.
 */
export type PickSharing = {
  /** Whose picks these are; anew whenever the brain is put together again. */
  attach(learned: Pick<Learned, 'phrasings'>, knowledge: Pick<Knowledge, 'entry'>): void;
  offer(seq: number): Promise<'waits' | 'none'>;
  /** Sends what is due and takes back what does not stand; done whenever the hub was reached. */
  settle(): Promise<void>;
  /** Takes back all that went: this machine is about to forget what that was. */
  takeBackAll(): Promise<void>;
};

type Stands = {
  readonly entry: EntryRef;
  readonly text: string;
  /** The team knows it, and wants no more of it. */
  readonly byTeam: boolean;
};

export function makePickSharing(team: Team, now: () => number): PickSharing {
  const { store, link, sync } = team;
  let learned: Pick<Learned, 'phrasings'> | undefined;
  let knowledge: Pick<Knowledge, 'entry'> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const member = () => {
    const { membership } = store.team();
    return membership?.removed ? undefined : membership;
  };
  const picks = (): SharedPicks => store.team().sharedPicks ?? { waiting: [], sent: [] };
  const keep = (change: Partial<SharedPicks>) =>
    store.changeTeam({ sharedPicks: { ...picks(), ...change } });
  const post = (path: string, body: object) => askHub(link, member(), { path, body }, v.object({}));

  /** Asked each time: what was switched off a moment ago holds. */
  async function rules(): Promise<LearnedSharing | 'unreachable'> {
    const question = { path: '/v1/learned/sharing' };
    const told = await askHub(link, member(), question, learnedSharingSchema);
    if (told.outcome === 'told') return told.reply;
    // A hub of before has no such thing.
    return told.outcome === 'unreachable' ? 'unreachable' : { learned: false, redaction: [] };
  }

  /** The picks that still teach something here, by the numbers of their events. */
  function standing(): Map<number, Stands> {
    const all = new Map<number, Stands>();
    for (const { state, entry, sources, byTeam = false } of learned?.phrasings() ?? []) {
      // What the team refused it looks at there: only one's own refusal takes it back.
      if (state === 'refused' && !byTeam) continue;
      for (const { seq, cueText } of sources) all.set(seq, { entry, text: cueText, byTeam });
    }
    return all;
  }

  /** What of a pick goes, if its message is a new way to ask for the entry. */
  function sharedOf(seq: number, { entry, text, byTeam }: Stands, { redaction }: LearnedSharing) {
    const held = knowledge?.entry(entryKey(entry))?.entry;
    const isTeams = store.team().bases.some(({ kb }) => kb === entry.base);
    if (held === undefined || !isTeams || byTeam) return [];
    const words = redactByRules(text, redaction).trim();
    if (holdsPhrasing(held, words) || words === '' || words.length > longestLearned) return [];
    return [{ seq, base: entry.base, entry: entry.id, text: words } satisfies SharedPick];
  }

  async function takeBack(seqs: readonly number[]): Promise<void> {
    for (let at = 0; at < seqs.length; at += seqsPerBatch) {
      const some = seqs.slice(at, at + seqsPerBatch);
      const { outcome } = await post('/v1/learned/take-back', { seqs: some });
      if (outcome !== 'told') return;
      const gone = new Set(some);
      await keep({ sent: picks().sent.filter((seq) => !gone.has(seq)) });
    }
  }

  async function send(due: readonly number[], stands: ReadonlyMap<number, Stands>): Promise<void> {
    const asked = await rules();
    if (asked === 'unreachable') return;
    if (!asked.learned) return keep({ waiting: [] });
    const shared = due.flatMap((seq) => {
      const pick = stands.get(seq);
      return pick === undefined ? [] : sharedOf(seq, pick, asked);
    });
    for (let at = 0; at < shared.length; at += picksPerBatch) {
      const some = shared.slice(at, at + picksPerBatch);
      // Noted before it goes: killed in between, this machine still knows what to take back.
      await keep({ sent: [...new Set([...picks().sent, ...some.map(({ seq }) => seq)])] });
      const { outcome } = await post('/v1/learned', { picks: some });
      if (outcome === 'unreachable') return;
    }
    const done = new Set(due);
    await keep({ waiting: picks().waiting.filter(({ seq }) => !done.has(seq)) });
  }

  async function settle(): Promise<void> {
    const { waiting, sent } = picks();
    if (member() === undefined || learned === undefined) return;
    if (waiting.length === 0 && sent.length === 0) return;
    const stands = standing();
    await takeBack(sent.filter((seq) => !stands.has(seq)));
    const at = now();
    const isLapsed = (since: number) => Math.abs(at - since) > longestWaitMs;
    const still = waiting.filter(({ seq, since }) => stands.has(seq) && !isLapsed(since));
    if (still.length < waiting.length) await keep({ waiting: still });
    const due = still.filter(({ since }) => at - since >= secondThoughtsMs);
    if (due.length > 0)
      await send(
        due.map(({ seq }) => seq),
        stands,
      );
    lookLater();
  }

  /** A timer that a killed brain does not have is made up for by the next synchronisation. */
  function lookLater(): void {
    if (timer !== undefined || picks().waiting.length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void alone(settle);
    }, secondThoughtsMs);
  }

  /** Between synchronisations, and never while a team is left. */
  const alone = <Result>(work: () => Promise<Result>) =>
    sync.alone(work).catch((): undefined => undefined);

  return {
    attach(to, entries) {
      learned = to;
      knowledge = entries;
    },
    async offer(seq) {
      const outcome = await alone(async () => {
        if (member() === undefined || !standing().has(seq)) return 'none';
        const asked = await rules();
        if (asked === 'unreachable' || !asked.learned) return 'none';
        await keep({ waiting: [...picks().waiting, { seq, since: now() }] });
        lookLater();
        return 'waits';
      });
      return outcome ?? 'none';
    },
    settle: async () => void (await alone(settle)),
    async takeBackAll() {
      if (picks().sent.length === 0) return;
      const waited = new Promise<void>((resolve) => setTimeout(resolve, longestGoodbyeMs));
      await Promise.race([alone(() => takeBack(picks().sent)), waited]);
    },
  };
}
