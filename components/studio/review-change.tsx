import { diffPieces } from '../../lib/faces/diff-pieces';
import type { ProposalDiff } from '../../lib/protocol/hub-review';
import styles from './review.module.css';
import { useStudio } from './studio-context';

type Change = ProposalDiff['changes'][number];

/** One entry of a proposal: each field that differs, with what goes struck out and what comes marked. */
export function ReviewChange({ change }: { readonly change: Change }) {
  const { t } = useStudio();
  const { title, kind, moved, fields } = change;
  return (
    <section className={styles.change} data-kind={kind}>
      <h3>
        {title} <small>{t(`review.kind.${kind}`)}</small>
      </h3>
      {moved && <p className={styles.moved}>{t('review.moved')}</p>}
      <dl>
        {fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`review.field.${field}`)}</dt>
            <dd>
              {diffPieces(before, after).map((piece, at) => {
                if (piece.kind === 'gone') {
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
                  return <del key={at}>{piece.text}</del>;
                }
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                if (piece.kind === 'new') return <ins key={at}>{piece.text}</ins>;
                return piece.text;
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
