import type { Conversation } from '../domain/conversation';
import type { Cue } from '../domain/cue';
import type { CueOrigin } from '../domain/route';
import { betterAnswers } from './better-answers';
import { cueRefOf } from './cue-ref';
import { goneOf, noneGone } from './gone-entries';
import { entryRefOf } from './panel-card';
import { freshCue } from './panel-state';
import { type PanelTools, recordEvent } from './panel-tools';
import { allOf, keepShown } from './shown-updates';

/** How many earlier customer messages go along as context. */
const mostEarlier = 5;

/** Ranks the cue on screen; only the answer to the latest question asked is shown. */
export function cueRanking(tools: PanelTools): {
  rank(after?: { readonly isKnowledgeNew: boolean }): Promise<void>;
  showBetter(): void;
  stop(): void;
} {
  const { get, set, brain } = tools;
  const { take, showWaiting, stop } = betterAnswers(tools);
  let latest = 0;
  /** The cue that the cards on screen were ranked for. */
  let shownFor: string | undefined;
  const recorded = new Set<string>();

  /** Once per cue, however often the agent comes back to it. */
  function recordShown(cueId: string) {
    const { suggestions, bases } = get();
    const knowsSomething = bases?.some((base) => base.entries > 0) ?? false;
    if (!knowsSomething || recorded.has(cueId)) return;
    recorded.add(cueId);
    const cue = cueRefOf(get());
    const entries = suggestions.map(entryRefOf);
    recordEvent(tools, cue, { kind: 'shown', cueText: cue.text, entries }, { cueId });
  }

  async function rank({ isKnowledgeNew } = { isKnowledgeNew: false }) {
    const asking = ++latest;
    const { cue, conversation } = get();
    const isCurrent = () => asking === latest && get().cue?.id === cue?.id;
    if (cue === undefined || cue.text.trim() === '') {
      const { ranking, suggestions, related, groups, better, cueLanguage, cueMood } = freshCue;
      set({ ranking, suggestions, related, groups, better, cueLanguage, cueMood });
      return;
    }
    // That nothing fits stays said until something does: a button there must not go under the hand.
    const isSaid = isKnowledgeNew && shownFor === cue.id && get().ranking === 'ranked';
    if (!isSaid) set({ ranking: 'ranking' });
    try {
      const ranked = await brain.call('cue.rank', {
        cueId: cue.id,
        text: cue.text,
        earlier: earlierTexts(cue, conversation?.messages ?? []),
        ...(conversation === null ? {} : { origin: originOf(conversation) }),
      });
      if (!isCurrent() || ranked.cueId !== cue.id) return;
      const { suggestions, related, groups, language, mood } = ranked;
      const fresh = { suggestions, related, groups, cueLanguage: language, cueMood: mood };
      const gone = isKnowledgeNew ? await goneOf(tools, allOf(get()), allOf(fresh)) : noneGone;
      if (!isCurrent()) return;
      const { answers, updates } = keepShown(get(), fresh, tools.isTeams, gone);
      set({ updates });
      if (shownFor === cue.id) take(answers);
      else set({ ...answers, ranking: 'ranked', better: undefined });
      shownFor = cue.id;
      recordShown(cue.id);
    } catch {
      if (isCurrent()) set({ ranking: 'failed' });
    }
  }

  return { rank, showBetter: showWaiting, stop };
}

function originOf({ host, consoleId, fields, labels }: Conversation): CueOrigin {
  return {
    ...(host === '' ? {} : { host }),
    ...(consoleId === '' ? {} : { console: consoleId }),
    ...(fields?.channel ? { channel: fields.channel } : {}),
    ...(labels === undefined ? {} : { labels: labels.filter((label) => label.trim() !== '') }),
  };
}

/** What the customer wrote before this burst, oldest first. */
function earlierTexts(cue: Cue, messages: readonly Cue['messages'][number][]): string[] {
  const start = messages.findIndex((message) => message.id === cue.messages[0]?.id);
  return messages
    .slice(0, Math.max(start, 0))
    .filter((message) => message.role === 'customer' && message.kind === 'text')
    .slice(-mostEarlier)
    .map((message) => message.text);
}
