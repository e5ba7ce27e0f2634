import { useId } from 'react';
import { type Language, languages } from '../../lib/domain/language';
import type { Draft } from '../../lib/faces/studio-draft';
import { chosenBase } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import { AnswerText } from './answer-text';
import styles from './editor.module.css';
import { FieldProblems } from './field-problems';
import { useStudio } from './studio-context';

/** The answer, in the base's language and in any other it was given. */
export function AnswerField({ draft }: { readonly draft: Draft }) {
  const { state, actions, t } = useStudio();
  const own = chosenBase(state)?.base.language ?? 'en';
  const id = useId();
  const others = languages.filter((language) => language !== own);
  const tabs = [own, ...others.filter((language) => draft.variants[language] !== undefined)];
  const missing = others.filter((language) => draft.variants[language] === undefined);
  const shown = state.answerLanguage ?? own;
  const current = tabs.includes(shown) ? shown : own;

  const write = (text: string) =>
    actions.change(
      current === own ? { answer: text } : { variants: { ...draft.variants, [current]: text } },
    );
  const addLanguage = (language: Language) => {
    actions.change({ variants: { ...draft.variants, [language]: '' } });
    actions.writeIn(language);
  };
  const dropLanguage = () => {
    const { [current]: _, ...variants } = draft.variants;
    actions.change({ variants });
    actions.writeIn(own);
  };
  const field = current === own ? 'answer' : (`variants.${current}` as const);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id} className={styles.label}>
          {t('studio.answer')}
        </h2>
        <fieldset className={styles.tabs} aria-label={t('studio.answer.languages')}>
          {tabs.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === current}
              onClick={() => actions.writeIn(language)}
            >
              {t(`studio.language.${language}`)}
            </button>
          ))}
          {missing.map((language) => (
            <button key={language} type="button" onClick={() => addLanguage(language)}>
              {t('studio.answer.add-language', { language: t(`studio.language.${language}`) })}
            </button>
          ))}
        </fieldset>
      </div>
      <AnswerText
        key={current}
        label={t('studio.answer.in', { language: t(`studio.language.${current}`) })}
        lang={current}
        field={field}
        value={current === own ? draft.answer : (draft.variants[current] ?? '')}
        onWrite={write}
      />
      <FieldProblems field={field} />
      {current === own ? (
        others.map((language) => <FieldProblems key={language} field={`variants.${language}`} />)
      ) : (
        <Button look="ghost" small className={styles.drop} onClick={dropLanguage}>
          {t('studio.answer.drop-language', { language: t(`studio.language.${current}`) })}
        </Button>
      )}
    </section>
  );
}
