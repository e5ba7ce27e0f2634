import { useEffect, useRef } from 'react';
import { keptBack } from '../../lib/faces/card-context';
import { actionLabel } from '../../lib/faces/key-label';
import { useTeam } from '../../lib/faces/use-team';
import { Button } from '../ui/button';
import { KeyHint } from '../ui/key-hint';
import styles from './card-list.module.css';
import { CardStatusLine } from './card-status-line';
import { GapAsk } from './gap-ask';
import { GapNote } from './gap-note';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

/** What is left to do when no card fits: note the gap, see the related ones, ask for a moment. */
export function MoreRow({ centred = false }: { readonly centred?: boolean }) {
  const { state, actions, team, t } = usePanel();
  const { state: standing } = useTeam(team);
  const isInTeam = standing !== 'none' && standing !== 'removed';
  const { relatedShown, suggestions, cue, settings } = state;
  const back = keptBack(state);
  const canHold = state.bases?.some((base) => base.holding !== null) ?? false;
  const holdLine = useRef<HTMLDivElement>(null);
  const held = state.statuses.hold;
  // Its key works wherever the cards are scrolled to.
  useEffect(() => {
    if (held !== undefined) holdLine.current?.scrollIntoView({ block: 'nearest' });
  }, [held]);
  const hasQuestion = (cue?.text.trim() ?? '') !== '';
  return (
    <>
      <div className={centred ? `${styles.more} ${styles.centred}` : styles.more}>
        {back.length > 0 && (
          <Button
            small
            look={suggestions.length === 0 || centred ? 'plain' : 'ghost'}
            onClick={() => actions.showRelated(!relatedShown)}
          >
            {relatedShown ? t('related.hide') : t('related.show', { count: back.length })}
          </Button>
        )}
        {hasQuestion && <GapNote words={t(gapWords(isInTeam, suggestions.length === 0))} />}
        {canHold && (
          <WriteButton small look="ghost" onWrite={() => actions.hold()}>
            {t('hold.insert')}
            <KeyHint keys={actionLabel('hold', state.bindings, state.platform)} />
          </WriteButton>
        )}
      </div>
      <GapAsk />
      {settings.quiet && (
        <p className={centred ? `${styles.quiet} ${styles.centred}` : styles.quiet}>
          <span>{t('quiet.is-on')}</span>
          <Button small look="ghost" onClick={() => actions.setQuiet(false)}>
            {t('quiet.turn-off')}
          </Button>
        </p>
      )}
      {held !== undefined && (
        <div ref={holdLine} className={styles.hold}>
          <CardStatusLine of="hold" />
        </div>
      )}
    </>
  );
}

const gapWords = (isInTeam: boolean, isBare: boolean) =>
  isInTeam ? (isBare ? 'gap.ask-bare' : 'gap.ask') : isBare ? 'gap.note-bare' : 'gap.note';
