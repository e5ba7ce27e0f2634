import { useLayoutEffect, useRef } from 'react';
import { answerParts } from '../../lib/domain/slots';
import { hiddenCharacters, withoutHidden } from '../../lib/faces/hidden-characters';
import {
  insertSlot,
  strayBraces,
  type TextEdit,
  toggleBold,
  toggleList,
} from '../../lib/faces/studio-answer-text';
import type { FieldProblem } from '../../lib/protocol/studio-calls';
import { Button } from '../ui/button';
import styles from './answer-text.module.css';
import { problemId, problemsOf } from './field-problems';
import { useStudio } from './studio-context';

type AnswerTextProps = {
  readonly label: string;
  readonly lang: string;
  readonly field: FieldProblem['field'];
  readonly value: string;
  readonly onWrite: (text: string) => void;
};

/** The answer's text; slots are marked in it as they are written, and as tall as what it holds. */
export function AnswerText({ label, lang, field, value, onWrite }: AnswerTextProps) {
  const { state, t } = useStudio();
  const area = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<TextEdit | undefined>(undefined);
  const isBad = problemsOf(state, field).length > 0;
  const stray = strayBraces(value);
  const hidden = hiddenCharacters(value);

  useLayoutEffect(() => {
    const edit = selection.current;
    selection.current = undefined;
    if (edit?.text === value) area.current?.setSelectionRange(edit.start, edit.end);
  }, [value]);

  const edit = (change: (text: string, start: number, end: number) => TextEdit) => () => {
    const element = area.current;
    if (element === null) return;
    const done = change(value, element.selectionStart, element.selectionEnd);
    element.focus();
    selection.current = done;
    onWrite(done.text);
  };
  const slots = [
    ['customer', (...at: EditArguments) => insertSlot(...at, 'customer.name')],
    ['agent', (...at: EditArguments) => insertSlot(...at, 'agent.name')],
    ['ask', (...at: EditArguments) => insertSlot(...at, { ask: t('studio.insert.ask.words') })],
  ] as const;
  const marks = [
    ['bold', 'B', toggleBold],
    ['list', '• –', toggleList],
  ] as const;

  return (
    <div className={styles.frame} data-bad={isBad ? '' : undefined}>
      <div className={styles.tools} role="toolbar" aria-label={t('studio.insert')}>
        {slots.map(([name, change]) => (
          <Button key={name} small look="ghost" onClick={edit(change)}>
            <span className={styles[name]} aria-hidden="true" />
            {t(`studio.insert.${name}`)}
          </Button>
        ))}
        <span className={styles.marks}>
          {marks.map(([name, sign, change]) => (
            <Button
              key={name}
              small
              look="ghost"
              aria-label={t(`studio.insert.${name}`)}
              title={t(`studio.insert.${name}`)}
              onClick={edit(change)}
            >
              <b aria-hidden="true">{sign}</b>
            </Button>
          ))}
        </span>
      </div>
      <div className={styles.stack}>
        <div className={styles.behind} aria-hidden="true" lang={lang}>
          {answerParts(value).map((part) =>
            part.kind === 'text' ? (
              part.text
            ) : (
              <span key={part.start} className={styles.slot}>
                {value.slice(part.start, part.start + part.length)}
              </span>
            ),
          )}
          {'\n'}
        </div>
        <textarea
          ref={area}
          className={styles.text}
          aria-label={label}
          lang={lang}
          value={value}
          aria-invalid={isBad}
          aria-describedby={isBad ? problemId(field) : undefined}
          onChange={(event) => onWrite(event.target.value)}
        />
      </div>
      {hidden.length > 0 && (
        <p className={styles.stray}>
          {t('studio.hidden', { signs: hidden.join(', ') })}{' '}
          <Button small onClick={() => onWrite(withoutHidden(value))}>
            {t('studio.hidden.remove')}
          </Button>
        </p>
      )}
      {stray.map((braces) => (
        <p key={braces} className={styles.stray}>
          {t('studio.stray', { braces })}
        </p>
      ))}
    </div>
  );
}

type EditArguments = [text: string, start: number, end: number];
