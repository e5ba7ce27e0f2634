import { phrasingId } from '../domain/phrasing-id';
import type { LearnedPhrasing } from '../protocol/learning-calls';
import { entryKey } from '../store/store';
import type { Knowledge } from './knowledge';
import type { ToldPhrasing } from './lessons-of';
import { textKeptMs } from './text-retention';

export type LearnedList = readonly LearnedPhrasing[];

/**
 * What was learned for the entries that are there, most picked first. An accepted phrasing is
 * listed as its entry holds it, also when the events that taught it have lost their text.
 */
export function listLearned(
  told: readonly ToldPhrasing[],
  knowledge: Pick<Knowledge, 'entry' | 'bases'>,
): LearnedList {
  const byId = new Map(told.map((phrasing) => [phrasing.id, phrasing]));
  const list: LearnedPhrasing[] = [];
  for (const { base, entries } of knowledge.bases()) {
    for (const entry of entries) {
      for (const { text, source } of entry.phrasings) {
        if (source !== 'learned') continue;
        const id = phrasingId({ base: base.id, id: entry.id }, text);
        list.push({
          ...listed(byId.get(id), id, entry.title, base.name, entry),
          text,
          state: 'accepted',
          endsAt: null,
        });
        byId.delete(id);
      }
    }
  }
  for (const phrasing of byId.values()) {
    const held = knowledge.entry(entryKey(phrasing.entry));
    if (held === undefined) continue;
    // Accepted, but its words were edited or taken out of the entry since.
    if (phrasing.state === 'accepted') continue;
    list.push(listed(phrasing, phrasing.id, held.entry.title, held.base.name, held.entry));
  }
  return list.sort(
    (one, other) => other.picks - one.picks || (other.lastAt ?? 0) - (one.lastAt ?? 0),
  );
}

function listed(
  told: ToldPhrasing | undefined,
  id: string,
  title: string,
  baseName: string,
  { base, id: entry }: { readonly base: string; readonly id: string },
): LearnedPhrasing {
  const sources = told?.sources ?? [];
  const firstAt = sources[0]?.at ?? null;
  const lastAt = sources.at(-1)?.at ?? null;
  return {
    id,
    entry: { base, id: entry, title },
    baseName,
    text: told?.text ?? null,
    state: told?.state ?? 'accepted',
    ...(told?.byTeam === undefined || told.state !== 'refused' ? {} : { byTeam: true }),
    picks: sources.length,
    edits: sources.filter(({ kind }) => kind === 'edited').length,
    events: sources.map(({ seq }) => seq),
    firstAt,
    lastAt,
    endsAt: lastAt === null ? null : lastAt + textKeptMs,
  };
}
