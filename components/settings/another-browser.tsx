import { useState } from 'react';
import { copyText } from '../../lib/faces/copy-text';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import { LinkField } from './link-field';
import styles from './settings-app.module.css';

/** Makes a link with which this person's other browser joins as them. */
export function AnotherBrowser() {
  const { team, language, t } = usePanel();
  const [link, setLink] = useState('');
  const [told, setTold] = useState('');
  const [copied, setCopied] = useState('');
  const make = () => {
    setCopied('');
    const fail = () => {
      setLink('');
      setTold(t('settings.team.another.failed'));
    };
    team.actions.ownLink().then(({ link: made, expiresAt }) => {
      if (made === null) return fail();
      setLink(made);
      const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(expiresAt);
      return setTold(t('settings.team.another.once', { time }));
    }, fail);
  };
  const copy = () =>
    copyText(link).then(
      () => setCopied(t('settings.team.another.copied')),
      () => setCopied(t('settings.team.another.not-copied')),
    );
  return (
    <section className={styles.erasing} aria-label={t('settings.team.another')}>
      <div>
        <Button onClick={make}>{t('settings.team.another')}</Button>
      </div>
      <small>{t('settings.team.another.hint')}</small>
      {link !== '' && (
        <div className={styles.search}>
          <LinkField label={t('settings.team.another.link')} link={link} />
          <Button onClick={() => void copy()}>{t('settings.team.another.copy')}</Button>
        </div>
      )}
      <p role="status">{copied}</p>
      <p role="status">{told}</p>
    </section>
  );
}
