import type { ChangeCounts } from '../../lib/protocol/hub-history';
import { useStudio } from './studio-context';

const kinds = ['added', 'changed', 'removed'] as const;

/** How many answers came, changed and went, without those of which there are none. */
export function ChangeCountsLine({ counts }: { readonly counts: ChangeCounts }) {
  const { language, t } = useStudio();
  const figures = new Intl.NumberFormat(language);
  return (
    <span>
      {kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => t(`history.${kind}`, { count: figures.format(counts[kind]) }))
        .join(' · ')}
    </span>
  );
}
