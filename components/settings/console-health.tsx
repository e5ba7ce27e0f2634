import type { ConsoleHealth as Health } from '../../lib/protocol/console-health';
import { usePanel } from '../panel/panel-context';
import styles from './settings-app.module.css';

/** How Cuecard is doing on the consoles of one host: what it found, verified, and what broke. */
export function ConsoleHealth({ host }: { readonly host: string }) {
  const { state, t } = usePanel();
  // A permission is for a host; a console may be on any port of it.
  const known = state.settings.health.filter((one) => one.host.replace(/:\d+$/, '') === host);
  if (known.length === 0) return <p className={styles.health}>{t('settings.console.new')}</p>;
  return known.map((health) => (
    <HealthLine key={`${health.host}/${health.consoleId}`} health={health} />
  ));
}

function HealthLine({ health }: { readonly health: Health }) {
  const { state, language, t, tn } = usePanel();
  const { consoleId, broken, brokenAt, readAt, roles, insertedAt, insertedBy, failed } = health;
  const { taught, teamRecipes } = state.settings;
  const shown = [...taught, ...teamRecipes].find(({ recipe }) => recipe.id === consoleId);
  const name =
    consoleId === 'generic' ? t('settings.console.generic') : (shown?.recipe.name ?? consoleId);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = (at: number | undefined) => (at === undefined ? '' : format.format(at));
  const standing =
    broken === null
      ? t(`settings.console.${insertedAt === undefined ? 'reads' : 'works'}`)
      : t(`settings.console.broken.${broken}`, { time: time(brokenAt) });
  const details = [
    readAt !== undefined && t('settings.console.read-at', { time: time(readAt) }),
    roles.length > 0 &&
      t('settings.console.roles', {
        roles: roles.map((role) => t(`settings.console.role.${role}`)).join(', '),
      }),
    insertedAt !== undefined &&
      insertedBy !== undefined &&
      t('settings.console.inserted', {
        time: time(insertedAt),
        step: t(`settings.console.by.${insertedBy}`),
      }),
    failed > 0 && tn('settings.console.failed', failed),
  ];
  return (
    <p className={styles.health} data-broken={broken ?? undefined}>
      <b>{standing}</b> · {name}
      <small>{details.filter(Boolean).join(' · ')}</small>
    </p>
  );
}
