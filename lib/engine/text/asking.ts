import * as en from './asking-en';
import * as zh from './asking-zh';

/**
 * What a clause does by its form. A hint may ask without saying so, as it tells of trouble; of a
 * language whose forms are not known here only question marks tell anything.
 */
export type Form = 'statement' | 'hint' | 'unknown' | 'request' | 'question';

const questionMark = /[?？؟]\s*$/;
const han = /\p{Script=Han}/u;
const otherAsian = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const marks = /[^\p{L}\p{N}]+/gu;

/** @param isEnglish whether the message is, where it is not Chinese */
export function formOf(clause: string, isEnglish: boolean): Form {
  const language = languageIn(clause, isEnglish);
  if (questionMark.test(clause)) return 'question';
  if (language === undefined) return 'unknown';
  if (language === 'zh') {
    const said = clause.replace(zh.preface, '').replace(zh.noQuestion, '未');
    if (zh.question.test(said)) return 'question';
    if (zh.request.test(said)) return 'request';
    return zh.trouble.test(said) ? 'hint' : 'statement';
  }
  const said = clause.replace(en.preface, '');
  if (en.opensQuestion.test(said) || en.holdsQuestion.test(said)) return 'question';
  if (en.opensRequest.test(said) || en.holdsRequest.test(clause)) return 'request';
  return en.trouble.test(said) ? 'hint' : 'statement';
}

/** Whether it does not say what it is about: "What can I do?", 怎么处理. */
export function leansOnOthers(clause: string, isEnglish: boolean): boolean {
  const language = languageIn(clause, isEnglish);
  if (language === undefined) return false;
  if (language === 'zh') return clause.replace(zh.generic, '').replace(marks, '').length < 2;
  return clause.replace(en.generic, '').replace(marks, '') === '';
}

function languageIn(clause: string, isEnglish: boolean): 'en' | 'zh' | undefined {
  if (otherAsian.test(clause)) return undefined;
  if (han.test(clause)) return 'zh';
  return isEnglish ? 'en' : undefined;
}

/** So much of a message shows its language. */
const mostRead = 1_000;
/** Of English words at least so many are among its most common ones. */
const leastCommon = 0.15;

export function isEnglishText(text: string): boolean {
  const words = text.slice(0, mostRead).match(/\p{Script=Latin}+/gu) ?? [];
  const common = words.filter((word) => en.common.test(word));
  return common.length >= leastCommon * words.length;
}
