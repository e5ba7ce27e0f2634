import type { CardStatus, StatusKey } from '../../lib/faces/panel-card';
import styles from './card-status-line.module.css';
import { usePanel } from './panel-context';
import { statusWords } from './status-words';
import { WriteButton } from './write-button';

/** What became of the last thing that was asked of a card, and what can be done about it. */
export function CardStatusLine({ of }: { readonly of: StatusKey }) {
  const panel = usePanel();
  const { state, actions, t } = panel;
  const status = state.statuses[of];
  if (status === undefined || status.kind === 'inserting') return null;
  const { tone, sign } = looks(status);
  return (
    <div className={styles.line} data-tone={tone} data-status={status.kind}>
      <span className={styles.words}>
        <span aria-hidden="true">{sign} </span>
        {statusWords(status, panel)}
      </span>
      {status.kind === 'inserted' && status.besideDraft && (
        <WriteButton small onWrite={() => actions.replaceDraft(of)}>
          {t('status.replace')}
        </WriteButton>
      )}
      {status.kind === 'refused' && status.why === 'note-mode' && (
        <WriteButton small onWrite={() => actions.insertAsNote(of)}>
          {t('status.as-note')}
        </WriteButton>
      )}
    </div>
  );
}

function looks(status: CardStatus): { tone: 'good' | 'ask' | 'bad'; sign: string } {
  switch (status.kind) {
    case 'inserted':
    case 'copied':
      return { tone: 'good', sign: '✓' };
    case 'missing':
    case 'unchanged':
    case 'empty':
    case 'copied-instead':
      return { tone: 'ask', sign: '→' };
    default:
      return { tone: 'bad', sign: '!' };
  }
}
