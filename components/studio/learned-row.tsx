import { useRef, useState } from 'react';
import { langOf } from '../../lib/faces/lang-of';
import type { LearnedPhrasing } from '../../lib/protocol/learning-calls';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import { BetterWords } from './better-words';
import styles from './learned-page.module.css';
import { useStudio } from './studio-context';

/** One learned phrasing: the customer's words, the answer they led to, and what to do with it. */
export function LearnedRow({ phrasing }: { readonly phrasing: LearnedPhrasing }) {
  const { state: studio, actions, language, t, tn } = useStudio();
  const isTeams = studio.learned.source === 'team';
  const [isEditing, setEditing] = useState(false);
  const better = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setEditing(false);
    requestAnimationFrame(() => better.current?.focus());
  };
  const { text, entry, baseName, picks, edits, people, firstAt, endsAt, state, byTeam } = phrasing;
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const facts = [
    ...(picks > 0 ? [tn('learned.picks', picks)] : []),
    ...(people !== undefined && people > 0 ? [tn('learned.people', people)] : []),
    ...(byTeam ? [t('learned.by-team')] : []),
    ...(edits > 0 ? [tn('learned.edits', edits)] : []),
    ...(firstAt === null ? [] : [t('learned.since', { day: days.format(firstAt) })]),
    ...(state === 'live' && endsAt !== null
      ? [t('learned.ends', { day: days.format(endsAt) })]
      : []),
  ];
  const about = <Unseen>: {text ?? entry.title}</Unseen>;
  return (
    <li className={styles.row} data-learned={phrasing.id}>
      {text === null ? (
        <p className={styles.hint}>{t('learned.aged')}</p>
      ) : (
        <p className={styles.text} lang={langOf(text)}>
          {text}
        </p>
      )}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <p className={styles.for}>
        <button type="button" onClick={() => actions.openEntry({ base: entry.base, id: entry.id })}>
          {t('learned.for', { title: entry.title, base: baseName })}
        </button>
      </p>
      {isEditing && text !== null ? (
        <BetterWords
          text={text}
          onAccept={(words) => void actions.accept(phrasing, words)}
          onCancel={cancel}
        />
      ) : (
        <div className={styles.choices} data-choices>
          {state === 'live' && (
            <>
              <Button small look="primary" onClick={() => void actions.accept(phrasing)}>
                {t('learned.accept')}
                {about}
              </Button>
              <Button ref={better} small onClick={() => setEditing(true)}>
                {t('learned.better')}
                {about}
              </Button>
              <Button small onClick={() => void actions.refuse(phrasing)}>
                {t('learned.refuse')}
                {about}
              </Button>
            </>
          )}
          {!(isTeams && state === 'live') && (
            <Button
              small
              look={state === 'live' ? 'ghost' : 'plain'}
              onClick={() => void actions.takeBack(phrasing)}
            >
              {t(state === 'live' || byTeam ? 'learned.forget' : 'learned.take-back')}
              {about}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
