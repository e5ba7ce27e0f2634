import { useState } from 'react';
import type { FoundConversation } from '../../lib/protocol/data-calls';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import styles from './settings-app.module.css';

type Props = {
  readonly found: readonly FoundConversation[];
  readonly onErase: (chosen: readonly FoundConversation[]) => void;
};

const keyOf = ({ consoleId, conversationKey }: FoundConversation) =>
  JSON.stringify([consoleId, conversationKey]);

/** What was found, to be ticked one by one: words may fit somebody else, too. */
export function FoundConversations({ found, onErase }: Props) {
  const { language, t, tn } = usePanel();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const chosen = found.filter((conversation) => ticked.includes(keyOf(conversation)));
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p>{tn('settings.customer.found', found.length)}</p>
      <ul className={styles.found}>
        {found.map((conversation) => {
          const key = keyOf(conversation);
          return (
            <li key={key}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={ticked.includes(key)}
                  onChange={({ target }) =>
                    setTicked(
                      target.checked ? [...ticked, key] : ticked.filter((other) => other !== key),
                    )
                  }
                />
                <span>
                  {conversation.excerpt || t('settings.customer.no-text')}
                  <small>
                    {conversation.conversationKey} · {format.format(conversation.lastAt)} ·{' '}
                    {tn('settings.customer.events', conversation.events)}
                  </small>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p>
        <Button
          className={styles.danger}
          disabled={chosen.length === 0}
          onClick={() => onErase(chosen)}
        >
          {chosen.length === 0 ? t('menu.erase.yes') : tn('settings.customer.erase', chosen.length)}
        </Button>
      </p>
    </>
  );
}
