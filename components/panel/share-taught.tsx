import { useEffect, useRef } from 'react';
import type { SharingTold } from '../../lib/faces/panel-state';
import { shareable } from '../../lib/faces/shareable';
import { useTeam } from '../../lib/faces/use-team';
import { Button } from '../ui/button';
import { Notice } from './notice';
import { usePanel } from './panel-context';
import { sharingWords } from './sharing-words';

/** After the last question of teaching: a supervisor gives it to the team at once. */
export function ShareTaught() {
  const { state, actions, team, t } = usePanel();
  const { role } = useTeam(team);
  const text = useRef<HTMLDivElement>(null);
  const { sharing, settings, teaching } = state;
  const taught = settings.taught.find(({ recipe }) => recipe.id === sharing?.id);
  const how = taught === undefined ? undefined : shareable(taught, settings, role);
  const told = sharing?.told;
  const isShown = teaching === undefined && (how !== undefined || told !== undefined);
  // The pressed button has gone: the keyboard goes on from here, unless it went elsewhere meanwhile.
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isShown && isLost) text.current?.focus();
  }, [isShown]);
  if (sharing === undefined || !isShown) return null;
  const share = () => {
    text.current?.focus();
    void actions.shareTaught();
  };
  const isDone = told === 'done' || told === 'gone';
  return (
    <Notice tone={toneOf(told)} {...(isDone ? { onDismiss: () => actions.dismissSharing() } : {})}>
      <div ref={text} tabIndex={-1} data-sharing={told ?? 'asked'}>
        {told === undefined && <strong>{t('teach.share')}</strong>}
        <p>{told === undefined ? t('teach.share.why') : sharingWords(told, t)}</p>
        {!isDone && (
          <>
            <Button small look="primary" disabled={told === 'sharing'} onClick={share}>
              {t(how === 'again' ? 'settings.shared.again' : 'settings.shared.share')}
            </Button>{' '}
            <Button small disabled={told === 'sharing'} onClick={() => actions.dismissSharing()}>
              {t('teach.share.not')}
            </Button>
          </>
        )}
      </div>
    </Notice>
  );
}

function toneOf(told: SharingTold | undefined) {
  if (told === undefined || told === 'sharing') return 'plain';
  return told === 'done' ? 'good' : 'bad';
}
