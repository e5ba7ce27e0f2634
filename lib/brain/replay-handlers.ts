import { localDay } from '../base/local-day';
import { replayQuestions } from '../engine/care/replay-questions';
import type { BrainParts } from './brain-parts';
import { compareReplay } from './compare-replay';
import { engineEntryOf } from './engine-entry-of';
import type { BrainHandlers } from './handlers';
import { makePace } from './import-pace';
import type { Knowledge, LoadedBase } from './knowledge';
import type { Team } from './team';

/** Larger ones take longer to train twice than anybody waits. */
const mostEntries = 10_000;
const weekMs = 7 * 24 * 3_600_000;
const eventsAtOnce = 1_000;
const mostOwn = 500;

type Parts = {
  readonly team: Team;
  readonly knowledge: Pick<Knowledge, 'bases'>;
  readonly listGaps: BrainHandlers['gaps.list'];
} & Pick<BrainParts, 'now' | 'whenIdle'>;

type Source = 'own' | 'flagged' | 'imported';

/** What would change for customers if a team's drafts were published. */
export function replayHandlers(parts: Parts): Pick<BrainHandlers, 'replay.run'> {
  const { team, knowledge, listGaps, now, whenIdle } = parts;
  return {
    async 'replay.run'({ base: id, imported }) {
      const published = await publishedOf(team, id);
      if (published === undefined) return { outcome: 'nothing-changed' };
      const after = [...knowledge.bases()];
      const before = after.map((each) => (each.base.id === id ? published : each));
      if (after.reduce((sum, { entries }) => sum + entries.length, 0) > mostEntries) {
        return { outcome: 'too-large' };
      }
      const known = await listGaps(null);
      const sources = distinct([
        ['imported', imported],
        ['flagged', known?.gaps.map(({ text }) => text) ?? []],
        ['own', (await ownQuestions(team, now() - weekMs)).slice(0, mostOwn)],
      ]);
      const questions = [...sources.keys()];
      const states = { before: engineEntries(before), after: engineEntries(after) };
      const replaying = replayQuestions(states, questions, localDay(now()));
      const pace = makePace(whenIdle);
      let step = replaying.next();
      for (; !step.done; step = replaying.next()) await pace();

      const asked = { own: 0, flagged: 0, imported: 0 };
      for (const source of sources.values()) asked[source]++;
      return {
        outcome: 'done',
        asked,
        sharing: known?.sharing ?? null,
        ...compareReplay(questions, step.value, before, after),
      };
    },
  };
}

const engineEntries = (bases: readonly LoadedBase[]) =>
  bases.flatMap(({ base, entries }) => entries.map((entry) => engineEntryOf(base, entry)));

/** Each text once, by the first source that has it. */
function distinct(from: readonly (readonly [Source, readonly string[]])[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const [source, texts] of from) {
    for (const text of texts.map((each) => each.trim())) {
      if (text !== '' && !sources.has(text)) sources.set(text, source);
    }
  }
  return sources;
}

/** The base without the drafts; undefined where there are none. */
async function publishedOf({ store }: Team, id: string): Promise<LoadedBase | undefined> {
  const base = await store.readPublishedBase(id);
  const isDrafted = store.team().drafts.some((draft) => draft.base === id);
  return base && isDrafted ? { base, entries: await store.readPublished(id) } : undefined;
}

/** What customers asked on this machine since then, newest first. */
async function ownQuestions({ store }: Team, since: number): Promise<string[]> {
  const texts: string[] = [];
  for (let after = 0; ; ) {
    const page = await store.readEvents(after, eventsAtOnce);
    for (const { at, cueText } of page) if (at >= since) texts.push(cueText);
    const last = page.at(-1)?.seq;
    if (last === undefined) return [...new Set(texts.reverse())];
    after = last;
  }
}
