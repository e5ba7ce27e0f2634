import { usePanel } from '../panel/panel-context';
import { SettingsPart } from './settings-part';

/** What the organisation has set that stands at no setting of its own, and what of it is wrong. */
export function PolicyNotice() {
  const { state, t } = usePanel();
  const { policy, ignored } = state.policy;
  if (policy.hub === undefined && ignored.length === 0) return null;
  return (
    <SettingsPart title={t('policy.set')}>
      {policy.hub !== undefined && (
        <p>
          {t('policy.hub')}: <code>{policy.hub}</code>
        </p>
      )}
      {ignored.length > 0 && (
        <div role="alert">
          <p>{t('policy.ignored')}</p>
          <ul>
            {ignored.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SettingsPart>
  );
}
