import { readFileSync } from 'node:fs';
import { isValidOn } from '../lib/domain/entry';
import { createEngine, type Engine, type EngineEntry } from '../lib/engine/engine';

const sampleBases = ['harbour-broadband', 'kapok-mall', 'small-talk-en', 'small-talk-zh'];
export const messageSets = ['harbour-broadband', 'kapok-mall'] as const;

type SampleFile = {
  readonly base: { readonly id: string; readonly language: 'en' | 'zh'; readonly smallTalk?: true };
  readonly entries: readonly Pick<
    EngineEntry,
    'id' | 'title' | 'phrasings' | 'answer' | 'validFrom' | 'validUntil'
  >[];
};

/** A customer's message and the entry that answers it; null when no entry does. */
export type LabelledMessage = {
  readonly text: string;
  readonly gold: string | null;
  /** The entry that answers its second question. */
  readonly also?: string;
  readonly note?: string;
};

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

function sampleFiles(): SampleFile[] {
  return sampleBases.map((name) => JSON.parse(read(`public/samples/${name}.json`)) as SampleFile);
}

/**
 * An engine with all four sample bases, as an agent has them who works for both companies.
 * @param most of the phrasings of an entry, the first so many; of small talk all
 */
export function loadSampleEngine(most = Number.POSITIVE_INFINITY): Engine {
  const engine = createEngine();
  for (const { base, entries } of sampleFiles()) {
    const { id, language, smallTalk = false } = base;
    engine.put(
      entries.map((entry) => ({
        ...entry,
        phrasings: smallTalk ? entry.phrasings : entry.phrasings.slice(0, most),
        base: id,
        language,
        smallTalk,
      })),
    );
  }
  return engine;
}

export const readMessages = (set: (typeof messageSets)[number]) => readLabelled(set);

/** Questions of the same trade that no entry answers, written later; nothing is tuned on them. */
export const readNearStrays = (set: (typeof messageSets)[number]) =>
  readLabelled(`${set}.near-strays`);

function readLabelled(name: string): LabelledMessage[] {
  return read(`tests/fixtures/ranking/${name}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledMessage);
}

/** Shares in percent. */
export type OwnFigures = {
  readonly answerable: number;
  /** Of the messages that an entry answers: the best card does; one of the first three does. */
  readonly hit1: number;
  readonly hit3: number;
  /** It would have been among the first three, but was held back as too unsure. */
  readonly heldBack: number;
  readonly unanswerable: number;
  /** Of the messages that no entry answers: no card said "direct"; no card was shown at all. */
  readonly noDirect: number;
  readonly silent: number;
  /** Of the direct cards on first place, those that were right. */
  readonly directRight: number;
  readonly directShare: number;
};

/** A day on which all but the seasonal entries are valid; those are asked for on their first day. */
const anyDay = '2026-11-22';
const seasons: ReadonlyMap<string, string> = new Map(
  sampleFiles().flatMap(({ entries }) =>
    entries.flatMap(({ id, validFrom, validUntil }) =>
      isValidOn(entryDates(validFrom, validUntil), anyDay) || !validFrom
        ? []
        : [[id, validFrom] as const],
    ),
  ),
);

/** A day on which these entries are valid. */
export function dayFor(ids: readonly string[]): string {
  return ids.map((id) => seasons.get(id)).find((day) => day !== undefined) ?? anyDay;
}

function entryDates(validFrom?: string, validUntil?: string) {
  return { ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) };
}

export function measureMessages(
  engine: Engine,
  messages: readonly LabelledMessage[],
  onMiss: (message: LabelledMessage, shown: readonly string[]) => void = () => {},
): OwnFigures {
  let hit1 = 0;
  let hit3 = 0;
  let heldBack = 0;
  let noDirect = 0;
  let silent = 0;
  let direct = 0;
  let directRight = 0;
  const answerable = messages.filter(({ gold }) => gold !== null).length;
  for (const message of messages) {
    const today = dayFor(message.gold === null ? [] : [message.gold]);
    const { suggestions, related } = engine.rank({ text: message.text, today }, { limit: 3 });
    if (message.gold === null) {
      if (!suggestions.some(({ kind }) => kind === 'direct')) noDirect++;
      if (suggestions.every(({ kind }) => kind === 'small-talk')) silent++;
      continue;
    }
    const right = new Set([message.gold, message.also ?? message.gold]);
    const [first] = suggestions;
    if (first && right.has(first.id)) hit1++;
    if (first?.kind === 'direct') {
      direct++;
      if (right.has(first.id)) directRight++;
    }
    if (suggestions.some(({ id }) => right.has(id))) hit3++;
    else {
      const all = [...suggestions, ...related].slice(0, 3);
      if (all.some(({ id }) => right.has(id))) heldBack++;
    }
    if (!first || !right.has(first.id)) {
      onMiss(
        message,
        suggestions.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`),
      );
    }
  }
  const percent = (part: number, whole: number) =>
    whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;
  const unanswerable = messages.length - answerable;
  return {
    answerable,
    hit1: percent(hit1, answerable),
    hit3: percent(hit3, answerable),
    heldBack: percent(heldBack, answerable),
    unanswerable,
    noDirect: percent(noDirect, unanswerable),
    silent: percent(silent, unanswerable),
    directRight: percent(directRight, direct),
    directShare: percent(direct, answerable),
  };
}
