import type { Suggestion } from '../../lib/domain/suggestion';
import { type DraftKey, draftKey, isChanged, withPhrasings } from '../../lib/faces/studio-draft';
import { openDraft } from '../../lib/faces/studio-state';
import { rankedList } from '../../lib/faces/studio-try-actions';
import { Button } from '../ui/button';
import { places } from './places';
import { useStudio } from './studio-context';
import styles from './try-it.module.css';
import { TryResult } from './try-result';

/** The three cards of the panel, and one more to see what comes close. */
const mostShown = 4;

/** Write what a customer would write, and see what agents would. */
export function TryIt() {
  const { state, actions, t } = useStudio();
  const { text, ranked, failed } = state.tryIt;
  const draft = openDraft(state);
  const results = ranked === undefined ? [] : shownOf(rankedList(ranked), state.open);
  const isTried = text.trim() !== '' && (ranked !== undefined || failed);
  const canAdd =
    isTried && draft !== undefined && !draft.phrasings.some((one) => one.text === text.trim());
  const add = () => {
    if (draft === undefined) return;
    const line = text.replace(/\s+/g, ' ');
    actions.change({ phrasings: withPhrasings(draft.phrasings, line) });
  };
  return (
    <section className={styles.part} aria-labelledby="studio-try-title">
      <h2 id="studio-try-title">{t('studio.try')}</h2>
      <textarea
        id={places.try}
        className={styles.box}
        rows={2}
        aria-label={t('studio.try.label')}
        placeholder={t('studio.try.placeholder')}
        value={text}
        onChange={(event) => void actions.tryText(event.target.value)}
      />
      {!isTried && (
        <p className={styles.hint}>{t(text.trim() === '' ? 'studio.try.hint' : 'state.ranking')}</p>
      )}
      {failed && <p className={styles.hint}>{t('studio.try.failed')}</p>}
      {isTried && !failed && results.length === 0 && (
        <p className={styles.hint}>{t('studio.try.none')}</p>
      )}
      {results.length > 0 && (
        <ol className={styles.results} aria-label={t('studio.try.results')}>
          {results.map(({ suggestion, place }) => (
            <TryResult key={draftKey(suggestion.entry)} suggestion={suggestion} place={place} />
          ))}
        </ol>
      )}
      {isTried && draft !== undefined && isChanged(draft) && (
        <p className={styles.hint}>{t('studio.try.unsaved')}</p>
      )}
      {canAdd && (
        <Button small className={styles.add} onClick={add}>
          {t('studio.try.add')}
        </Button>
      )}
    </section>
  );
}

/** The best of them, and the open answer wherever it came. */
function shownOf(all: readonly Suggestion[], open: DraftKey | undefined) {
  return all
    .map((suggestion, at) => ({ suggestion, place: at + 1 }))
    .filter(({ suggestion, place }) => place <= mostShown || draftKey(suggestion.entry) === open);
}
