import { type FormEvent, useId, useRef, useState } from 'react';
import type { DataDesk } from '../../lib/faces/data-desk';
import type { FoundConversation } from '../../lib/protocol/data-calls';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import { FoundConversations } from './found-conversations';
import styles from './settings-app.module.css';

/** Finds what is kept of one customer, shows it, and erases what is ticked. */
export function EraseCustomer({ desk }: { readonly desk: DataDesk }) {
  const { t, tn } = usePanel();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly FoundConversation[]>();
  const [told, setTold] = useState('');
  const id = useId();
  const asked = useRef(0);
  const fail = () => setTold(t('settings.failed'));

  const find = (event: FormEvent) => {
    event.preventDefault();
    setTold('');
    const asking = ++asked.current;
    desk.find(words).then((conversations) => {
      if (asking !== asked.current) return;
      setFound(conversations);
      if (conversations.length === 0) setTold(t('settings.customer.none'));
    }, fail);
  };
  const erase = (chosen: readonly FoundConversation[]) => {
    desk.eraseConversations(chosen).then((events) => {
      setFound(undefined);
      setTold(tn('settings.customer.done', events));
    }, fail);
  };

  return (
    <section className={styles.erasing} aria-labelledby={id}>
      <h3 id={id}>{t('settings.customer')}</h3>
      <p className={styles.hint}>{t('settings.customer.hint')}</p>
      <form className={styles.search} onSubmit={find}>
        <input
          className={field.field}
          type="search"
          aria-label={t('settings.customer.words')}
          placeholder={t('settings.customer.words')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit">{t('settings.customer.find')}</Button>
      </form>
      {found !== undefined && found.length > 0 && (
        <FoundConversations found={found} onErase={erase} />
      )}
      <p role="status">{told}</p>
    </section>
  );
}
