import type { ReadyPreview } from '../../lib/protocol/import-calls';
import { Chip } from '../ui/chip';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

export const previewCounts = ['new', 'changed', 'same', 'duplicate', 'bad'] as const;

/** How many of each there are. */
export function ImportCounts({ counts }: { readonly counts: ReadyPreview['counts'] }) {
  const { t } = useStudio();
  return (
    <div className={styles.counts}>
      {previewCounts
        .filter((one) => one === 'new' || counts[one] > 0)
        .map((one) => (
          <Chip key={one} tone={one === 'new' && counts.new > 0 ? 'good' : 'plain'}>
            {(one === 'bad' ? '▲ ' : '') + t(`studio.import.${one}`, { count: counts[one] })}
          </Chip>
        ))}
    </div>
  );
}
