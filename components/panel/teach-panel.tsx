import { useEffect, useRef } from 'react';
import type { TeachState } from '../../lib/protocol/teach-messages';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';
import { TeachCheck } from './teach-check';
import { fieldWords } from './teach-field-words';
import styles from './teach-panel.module.css';

const clicks = ['customer', 'agent', 'composer'] as const;
const moves = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
} as const;

/** What to click next, and what the page would be read like. The keyboard works from here, too. */
export function TeachPanel({ teaching }: { readonly teaching: TeachState }) {
  const { state, actions, t } = usePanel();
  const { step, field, problem } = teaching;
  const box = useRef<HTMLElement>(null);
  // The button that began it is gone; and each step begins with the keys in the same place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step.
  useEffect(() => box.current?.focus(), [step]);

  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      actions.moveTeaching('back');
      return;
    }
    if (event.target !== box.current || step === 'check') return;
    const to = event.key === 'Enter' ? 'pick' : moves[event.key as keyof typeof moves];
    if (to === undefined) return;
    event.preventDefault();
    actions.moveTeaching(to);
  };
  const done = clicks.indexOf(step as (typeof clicks)[number]);
  return (
    <section
      ref={box}
      className={styles.teach}
      aria-label={t('teach.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of a lesson are pressed here.
      tabIndex={0}
      onKeyDown={press}
      data-step={step}
    >
      <h2>{t('teach.title')}</h2>
      <ol className={styles.steps}>
        {clicks.map((click, at) => (
          <li
            key={click}
            aria-current={click === step ? 'step' : undefined}
            data-done={done === -1 || at < done ? '' : undefined}
          >
            <span className={styles.sign} data-kind={click} aria-hidden="true" />
            {t(`teach.step.${click}`)}
          </li>
        ))}
        {step === 'field' && field !== null && (
          <li aria-current="step">
            <span className={styles.sign} data-kind="field" aria-hidden="true" />
            {t('teach.step.field', { field: fieldWords(field, t) })}
          </li>
        )}
      </ol>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {t(`teach.problem.${problem}`)}
        </p>
      )}
      {state.teachFailed && (
        <p role="alert" className={styles.problem}>
          {t('teach.failed')}
        </p>
      )}
      {step === 'check' ? (
        <TeachCheck teaching={teaching} />
      ) : (
        <>
          <TeachCandidate teaching={teaching} />
          <p className={styles.hint}>
            {t('teach.safe')} {t('teach.keys')}
          </p>
          <div className={styles.buttons}>
            {step !== 'customer' && (
              <Button small onClick={() => actions.moveTeaching('back')}>
                {t('teach.back')}
              </Button>
            )}
            <Button small onClick={() => actions.stopTeaching()}>
              {t('teach.give-up')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The words of what would be taken: for those who do not see the page. */
function TeachCandidate({ teaching }: { readonly teaching: TeachState }) {
  const { t } = usePanel();
  const { candidate } = teaching;
  if (candidate === null) return <p className={styles.candidate} aria-live="polite" />;
  const words = candidate.words || t('teach.at.no-words');
  const { at, of } = candidate;
  return (
    <p className={styles.candidate} aria-live="polite">
      {at === 0 ? t('teach.at.pointer', { words }) : t('teach.at', { at, of, words })}
    </p>
  );
}
