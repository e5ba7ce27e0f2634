import * as v from 'valibot';

const words = v.pipe(v.string(), v.nonEmpty());

/** What the team of a fixture console has written for the question that its page ends with. */
export const fixtureEntrySchema = v.strictObject({
  title: words,
  phrasings: v.pipe(v.array(words), v.minLength(1)),
  answer: words,
});
export type FixtureEntry = v.InferOutput<typeof fixtureEntrySchema>;

/** A file of the teams' entries as they would hand it to Cuecard: one base for each language. */
export function entriesAsFile(language: 'en' | 'zh', all: readonly FixtureEntry[]): string {
  // A base is English or Chinese; answers in other languages stand in the English one.
  const isChinese = ({ answer }: FixtureEntry) => /\p{Script=Han}/u.test(answer);
  // Several pages may end with the same question.
  const entries = [...new Map(all.map((entry) => [entry.title, entry])).values()]
    .filter((entry) => isChinese(entry) === (language === 'zh'))
    .map((entry, at) => ({ id: `${language}-${at + 1}`, ...entry }));
  const name = { en: 'Our answers', zh: '客服答案' }[language];
  const base = { id: `fixtures-${language}`, name, language };
  return JSON.stringify({ format: 'cuecard/1', base, entries });
}
