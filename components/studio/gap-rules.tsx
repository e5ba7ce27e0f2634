import { useState } from 'react';
import type { RedactionRule } from '../../lib/domain/redaction-rule';
import { readRules, rulesText } from '../../lib/faces/gap-groups';
import type { Sharing } from '../../lib/protocol/hub-gaps';
import { Button } from '../ui/button';
import styles from './dialog.module.css';
import { PickRule } from './pick-rule';
import { useStudio } from './studio-context';

type GapRulesProps = { readonly known: Sharing; readonly onSaved: () => void };

/** Whether questions come unasked, and what the team puts out of sight in them. */
export function GapRules({ known, onSaved }: GapRulesProps) {
  const { team, t } = useStudio();
  const [written, setWritten] = useState<string>();
  const [told, setTold] = useState('');
  const text = written ?? rulesText(known.redaction);
  const save = (sharing: boolean, redaction: readonly RedactionRule[]) =>
    void team.gaps.setRules(sharing, redaction).then(
      ({ done }) => {
        setTold(t(done ? 'gaps.rules.saved' : 'review.refused'));
        if (done) setWritten(undefined);
        onSaved();
      },
      () => setTold(t('gaps.unreachable')),
    );
  const saveRules = () => {
    const rules = readRules(text);
    if ('bad' in rules) setTold(t('gaps.rules.bad', { line: rules.bad }));
    else save(known.sharing, rules);
  };
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={known.sharing}
          onChange={({ target }) => save(target.checked, known.redaction)}
        />
        <span>
          <b>{t('gaps.sharing')}</b>
          <small>{t('gaps.sharing.hint')}</small>
        </span>
      </label>
      <PickRule tell={setTold} />
      <label className={styles.field}>
        <span>{t('gaps.rules')}</span>
        <textarea rows={2} value={text} onChange={({ target }) => setWritten(target.value)} />
        <small>{t('gaps.rules.hint')}</small>
      </label>
      <div className={styles.buttons}>
        {told !== '' && <p role="status">{told}</p>}
        <Button disabled={written === undefined} onClick={saveRules}>
          {t('gaps.rules.save')}
        </Button>
      </div>
    </>
  );
}
