import type { Suggestion } from '../domain/suggestion';
import type { CardKey, ShownUpdate, ShownUpdates } from './panel-card';
import type { PanelState, RankedAnswers } from './panel-state';

export const nameOf = ({ entry }: Suggestion) => `${entry.base}/${entry.id}`;

/** What happened to the answer of a card since it was shown. */
export function updateOf(state: PanelState, key: CardKey): ShownUpdate | undefined {
  const [, list = '', name = ''] = /^(cue|find):(.*)$/su.exec(key) ?? [];
  return (list === 'find' ? state.find.updates : state.updates)[name];
}

/** Every suggestion that stands somewhere in these answers. */
export const allOf = ({
  suggestions,
  related,
  groups,
}: Pick<RankedAnswers, 'suggestions' | 'related' | 'groups'>): Suggestion[] => [
  ...suggestions,
  ...related,
  ...groups.flatMap((group) => group.suggestions),
];

/**
 * New answers with the words that the agent sees: a text that the team changed waits beside its
 * card, and a card whose entry is gone stays. What is inserted is what is read.
 * @param gone names of shown entries that are no more
 */
export function keepShown(
  shown: RankedAnswers,
  fresh: RankedAnswers,
  isTeams: (base: string) => boolean,
  gone: ReadonlySet<string>,
): { readonly answers: RankedAnswers; readonly updates: ShownUpdates } {
  const texts = byName(allOf(shown));
  const keep = (before: readonly Suggestion[], after: readonly Suggestion[]) =>
    keptList(before, after, texts, isTeams, gone);
  const answers = {
    ...fresh,
    suggestions: keep(shown.suggestions, fresh.suggestions),
    related: keep(shown.related, fresh.related),
    groups: fresh.groups.map((group) => ({
      ...group,
      suggestions: keep(
        shown.groups.find(({ key }) => key === group.key)?.suggestions ?? [],
        group.suggestions,
      ),
    })),
  };
  return { answers, updates: updatesOf(texts, allOf(fresh), isTeams, gone) };
}

/** The same for one list. */
export function keepShownList(
  shown: readonly Suggestion[],
  fresh: readonly Suggestion[],
  isTeams: (base: string) => boolean,
  gone: ReadonlySet<string>,
): { readonly list: readonly Suggestion[]; readonly updates: ShownUpdates } {
  const texts = byName(shown);
  return {
    list: keptList(shown, fresh, texts, isTeams, gone),
    updates: updatesOf(texts, fresh, isTeams, gone),
  };
}

type Texts = ReadonlyMap<string, Suggestion>;
const byName = (all: readonly Suggestion[]): Texts =>
  new Map(all.map((each) => [nameOf(each), each]));

function keptList(
  before: readonly Suggestion[],
  after: readonly Suggestion[],
  texts: Texts,
  isTeams: (base: string) => boolean,
  gone: ReadonlySet<string>,
): Suggestion[] {
  const kept = after.map((each) => {
    const old = texts.get(nameOf(each));
    if (old === undefined || !isTeams(each.entry.base) || !isReworded(old, each)) return each;
    const { answer, entry, language } = old;
    const reasons = { ...each.reasons, inAnswer: old.reasons.inAnswer };
    return { ...each, entry, answer, language, reasons };
  });
  for (const [at, old] of before.entries()) {
    if (gone.has(nameOf(old))) kept.splice(at, 0, old);
  }
  return kept;
}

function updatesOf(
  texts: Texts,
  after: readonly Suggestion[],
  isTeams: (base: string) => boolean,
  gone: ReadonlySet<string>,
): ShownUpdates {
  const updates: { [entry: string]: ShownUpdate } = {};
  for (const fresh of after) {
    const old = texts.get(nameOf(fresh));
    if (old !== undefined && isTeams(fresh.entry.base) && isReworded(old, fresh)) {
      updates[nameOf(fresh)] = { kind: 'changed', fresh };
    }
  }
  for (const name of gone) if (texts.has(name)) updates[name] = { kind: 'gone' };
  return updates;
}

/** In another language it is the same answer's other text, and follows the customer. */
function isReworded(old: Suggestion, fresh: Suggestion): boolean {
  const isSameEntry = old.entry.updatedAt === fresh.entry.updatedAt;
  if (isSameEntry && old.language !== fresh.language) return false;
  return wordsOf(old) !== wordsOf(fresh);
}

const wordsOf = ({ answer, entry }: Suggestion) =>
  JSON.stringify([answer, entry.title, entry.asksFirst ?? '', entry.mustEdit]);
