import { localDay } from '../base/local-day';
import { languageOf } from '../domain/language';
import type { Suggestion } from '../domain/suggestion';
import type { Ranked } from '../engine/engine';
import { moodOf } from '../engine/mood';
import type { Params, ResultOf, Settings } from '../protocol/brain-calls';
import { entryKey, type PickCounts } from '../store/store';
import type { CardOdds } from './card-odds';
import type { Knowledge } from './knowledge';
import { suggestionOf } from './suggestion-of';

/** Ranks a cue and makes cards of what the engine found. */
export async function rankCue(
  { cueId, text, earlier, origin }: Params<'cue.rank'>,
  from: {
    readonly knowledge: Knowledge;
    readonly picks: PickCounts;
    readonly settings: Settings;
    readonly cardOdds: Pick<CardOdds, 'ranked'>;
    readonly now: number;
  },
): Promise<ResultOf<'cue.rank'>> {
  const { kind, suggestions, related, groups } = await from.knowledge.rank(
    { text, earlier, today: localDay(from.now), ...(origin === undefined ? {} : { origin }) },
    { limit: 3, smallTalk: from.settings.smallTalk },
  );
  from.cardOdds.ranked(cueId, suggestions);
  const cards = (ranked: readonly Ranked[], question = text): Suggestion[] =>
    ranked.flatMap((found) => {
      const held = from.knowledge.entry(entryKey(found));
      return held ? [suggestionOf(held, text, { ...found, question }, from.picks)] : [];
    });
  return {
    cueId,
    language: languageOf(text),
    kind,
    mood: moodOf(text),
    suggestions: cards(suggestions),
    related: cards(related),
    groups: groups.map(({ key, range, suggestions }) => ({
      key,
      range,
      suggestions: cards(suggestions, text.slice(...range)),
    })),
  };
}
