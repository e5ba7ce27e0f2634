import { agoText } from '../../lib/faces/age-text';
import type { Person } from '../../lib/protocol/hub-people';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

type TeamDevicesProps = { readonly person: Person; readonly mayRevoke: boolean };

/** A person's devices, and how access is taken from each. */
export function TeamDevices({ person: { name, devices }, mayRevoke }: TeamDevicesProps) {
  const { actions, language, now, t } = useStudio();
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return (
    <section aria-label={t('people.devices')}>
      <h4>{t('people.devices')}</h4>
      <ul className={styles.devices}>
        {devices.map(({ id, joinedAt, seenAt, revoked, isThis }) => {
          const device = t('people.device', { day: days.format(joinedAt) });
          return (
            <li key={id}>
              <span>
                {device}
                {isThis && ` (${t('people.device.this')})`}
              </span>
              <span className={styles.hint}>
                {revoked
                  ? t('people.device.revoked')
                  : seenAt === null
                    ? t('people.never')
                    : t('people.seen', { ago: agoText(seenAt, now(), language) })}
              </span>
              {mayRevoke && !revoked && (
                <Button
                  small
                  onClick={() => actions.openDialog({ kind: 'revoke-device', id, name })}
                >
                  {t('people.revoke')}
                  <Unseen>
                    : {name}, {device}
                  </Unseen>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
