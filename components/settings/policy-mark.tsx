import { usePanel } from '../panel/panel-context';
import { Chip } from '../ui/chip';

/** Beside what only the organisation can change. */
export function PolicyMark() {
  const { t } = usePanel();
  return (
    <span>
      <Chip>{t('policy.set')}</Chip>
    </span>
  );
}
