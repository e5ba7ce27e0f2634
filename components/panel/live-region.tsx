import { useEffect, useState } from 'react';
import { hasBetter } from '../../lib/faces/better-answers';
import { cueCards, shownCards } from '../../lib/faces/card-context';
import { panelView } from '../../lib/faces/panel-view';
import { questionCards } from '../../lib/faces/question-cards';
import { updateOf } from '../../lib/faces/shown-updates';
import { Unseen } from '../ui/unseen';
import { type Panel, usePanel } from './panel-context';
import { sharingWords } from './sharing-words';
import { statusWords } from './status-words';
import { storageWords } from './storage-notice';

/** A burst of messages ranks again and again; only what stays for a second is read out. */
const settledMs = 1000;

/** The one voice for screen readers: polite, and it never moves the focus. */
export function LiveRegion() {
  const panel = usePanel();
  const { state, language } = panel;
  const [said, setSaid] = useState('');
  const cueId = state.cue?.id;
  const summary = summaryOf(panel);
  const status = state.lastStatus === undefined ? undefined : state.statuses[state.lastStatus];
  const isTold = status !== undefined && status.kind !== 'inserting';
  const outcome =
    noticeOf(panel) ||
    (isTold
      ? statusWords(status, panel)
      : gapWords(panel) || shared(panel) || storageWords(panel) || waiting(panel));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cue starts the second anew.
  useEffect(() => {
    if (summary === '') return;
    const speaking = setTimeout(() => setSaid(summary), settledMs);
    return () => clearTimeout(speaking);
  }, [cueId, summary]);

  // Emptied in between, so that the same outcome is read out a second time.
  useEffect(() => setSaid(outcome), [outcome]);

  return (
    <Unseen>
      <span role="status" aria-live="polite" lang={language}>
        {said}
      </span>
    </Unseen>
  );
}

/** What stands above the cards, where no card has anything to say. */
function noticeOf({ state, t }: Panel): string {
  if (state.consoleState === 'gone') return t('state.gone');
  if (state.movedAway) return t('refused.conversation-changed');
  const { importing } = state;
  if (importing?.kind === 'failed') return t('import.failed');
  if (importing?.kind === 'refused') return t('import.refused');
  if (importing?.kind !== 'done') return '';
  return t('import.done', { base: importing.result.base.name });
}

const shared = ({ state: { sharing }, t }: Panel): string =>
  sharing?.told === undefined ? '' : sharingWords(sharing.told, t);

function gapWords({ state: { gapNoted, gapAsk, gapTold }, t }: Panel): string {
  if (gapAsk !== undefined) return t('gap.send.why');
  if (gapTold !== undefined) return t(`gap.${gapTold}`);
  return gapNoted === undefined ? '' : t('gap.noted');
}

function waiting({ state, t }: Panel): string {
  for (const { key, suggestion } of shownCards(state)) {
    const update = updateOf(state, key);
    if (update === undefined) continue;
    const { title } = suggestion.entry;
    return t(update.kind === 'gone' ? 'live.gone' : 'live.update', { title });
  }
  return hasBetter(state) ? t('better.found') : '';
}

function summaryOf({ state, t, tn }: Panel): string {
  const view = panelView(state);
  if (view === 'nothing-fits') return t('live.none');
  if (view === 'quiet') return t('state.quiet');
  // Asking for more is no news: what is read out is what came by itself.
  const cards = cueCards({ ...state, relatedShown: false });
  const best = cards[0]?.suggestion;
  if (view !== 'cards' || best === undefined || state.ranking !== 'ranked') return '';
  const { title } = best.entry;
  const questions = questionCards(state);
  // A tick is no news either.
  if (questions.some(({ isAnswered }) => isAnswered)) return '';
  if (questions.length === 0) return tn('live.answers', cards.length, { title });
  const isFirstOpen = questions[0]?.cards.length === 0;
  return tn(isFirstOpen ? 'live.questions-open' : 'live.questions', questions.length, { title });
}
