import { useState } from 'react';
import type { KnowledgeBase } from '../../lib/domain/knowledge-base';
import { Button } from '../ui/button';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import { useStudio } from './studio-context';

/** A whole base goes for good, so its name is asked for, and a copy offered first. */
export function RemoveBaseDialog({ base }: { readonly base: KnowledgeBase }) {
  const { state, actions, t, tn } = useStudio();
  const [typed, setTyped] = useState('');
  const held = state.bases?.find((one) => one.base.id === base.id);
  const isSure = typed.trim() === base.name.trim();
  return (
    <Dialog title={t('studio.base.remove.title', { name: base.name })}>
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) void actions.removeBase(base.id);
        }}
      >
        <p>{tn('studio.base.remove', held?.entries ?? 0)}</p>
        <div>
          <Button onClick={() => void actions.exportBase(base.id, 'cuecard')}>
            {t('studio.base.remove.export')}
          </Button>
        </div>
        <label className={styles.field}>
          <span>{t('studio.base.remove.type', { name: base.name })}</span>
          <input
            type="text"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <div className={styles.buttons}>
          <Button onClick={() => actions.closeDialog()}>{t('studio.cancel')}</Button>
          <Button type="submit" className={styles.danger} disabled={!isSure}>
            {t('studio.base.remove.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
