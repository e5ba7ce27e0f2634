import { useEffect, useState } from 'react';
import type { Outcome } from '../../lib/faces/studio-state';
import { rankedList } from '../../lib/faces/studio-try-actions';
import { fileLimits } from '../../lib/protocol/knowledge-file';
import { Unseen } from '../ui/unseen';
import { previewCounts } from './import-counts';
import { outcomeWords } from './outcome-words';
import { type Studio, useStudio } from './studio-context';

/** While somebody types, only what stays for a second is read out. */
const settledMs = 1000;

/** Outcomes that were read out: the region moves into a dialog and back, and must not repeat them. */
const heard = new WeakSet<Outcome>();

/** The one voice for screen readers: polite, and it never moves the focus. */
export function StudioLiveRegion() {
  const studio = useStudio();
  const [said, setSaid] = useState('');
  const { outcome } = studio.state;
  const told = outcome === undefined ? '' : outcomeWords(outcome, studio);
  const settling = [foundWords(studio), triedWords(studio), placeWords(studio)]
    .filter(Boolean)
    .join(' ');

  const importing = importWords(studio);

  // Before the outcome's: what came together with the end of a dialog is said by a new region.
  useEffect(() => setSaid(importing), [importing]);
  useEffect(() => {
    if (outcome === undefined || heard.has(outcome)) return;
    heard.add(outcome);
    setSaid(told);
  }, [outcome, told]);
  useEffect(() => {
    if (settling === '') return;
    const speaking = setTimeout(() => setSaid(settling), settledMs);
    return () => clearTimeout(speaking);
  }, [settling]);

  return (
    <Unseen>
      <span role="status" aria-live="polite" lang={studio.language}>
        {said}
      </span>
    </Unseen>
  );
}

/** How an import stands; while it is applied, the progress bar has its own words. */
function importWords({ state, t }: Studio): string {
  const { dialog, importing } = state;
  if (dialog?.kind !== 'import') return '';
  switch (importing.step) {
    case 'preview': {
      const { counts } = importing.preview;
      return previewCounts
        .filter((one) => counts[one] > 0)
        .map((one) => t(`studio.import.${one}`, { count: counts[one] }))
        .join(', ');
    }
    case 'refused':
      return t('studio.import.refused');
    case 'done':
      return importing.undo === 'undone'
        ? t('studio.import.undone')
        : t('studio.import.done', { name: importing.result.base.name });
    case 'failed':
      return t(`studio.import.failed.${importing.why}`, { limit: fileLimits.bytes / 1024 / 1024 });
    default:
      return '';
  }
}

function foundWords({ state, t, tn }: Studio): string {
  const { list } = state;
  if (list.state === 'failed') return t('studio.list.failed');
  if (list.query.trim() === '' || list.state !== 'ready') return '';
  return list.total === 0 ? t('studio.list.none') : tn('studio.list.found', list.total);
}

function placeWords({ state, t, tn }: Studio): string {
  const { place, learned, overlaps } = state;
  if (place === 'learned' && learned.load === 'off') return t('learned.off');
  if ((place !== 'learned' && place !== 'overlaps') || state[place].load !== 'ready') return '';
  const count = place === 'learned' ? learned.counts[learned.state] : overlaps.pairs.length;
  if (count > 0) return tn(`${place}.count`, count);
  return t(place === 'learned' ? `learned.none.${learned.state}` : 'overlaps.none');
}

function triedWords({ state, t, tn }: Studio): string {
  const { ranked, text } = state.tryIt;
  if (ranked === undefined || text.trim() === '') return '';
  const all = rankedList(ranked);
  const best = all[0];
  if (best === undefined) return t('live.none');
  return tn('live.answers', all.length, { title: best.entry.title });
}
