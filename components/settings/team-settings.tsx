import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import { AnotherBrowser } from './another-browser';
import { InviteForm } from './invite-form';
import { JoinForm } from './join-form';
import styles from './settings-app.module.css';
import { TeamSharing } from './team-sharing';

/** Joining a team by its invite, and leaving it. */
export function TeamSettings() {
  const { team: store, t } = usePanel();
  const { state, organisation, hub, role } = useTeam(store);
  const [isHeld, setHeld] = useState(false);
  const leave = () =>
    void store.actions.leave().then(
      (outcome) => setHeld(outcome === 'last-admin'),
      () => {},
    );
  if (state === 'none') return <JoinForm />;
  if (state === 'removed') {
    return (
      <>
        <p role="status">{t('team.removed', { organisation })}</p>
        <div>
          <Button onClick={leave}>{t('settings.team.understood')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p role="status">{t('settings.team.member', { organisation, hub })}</p>
      {role !== null && mayDo(role, 'supervisor') && <InviteForm />}
      <AnotherBrowser />
      <TeamSharing />
      <div className={styles.deeds}>
        <p>
          <Button onClick={leave}>{t('settings.team.leave')}</Button>
          <small>{t('settings.team.leave.hint')}</small>
        </p>
        {isHeld && <p role="alert">{t('settings.team.leave.last-admin')}</p>}
      </div>
    </>
  );
}
