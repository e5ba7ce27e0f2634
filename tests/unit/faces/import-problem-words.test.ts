import { describe, expect, it } from 'vitest';
import { importProblemWords } from '../../../lib/faces/import-problem-words';
import { type TextKey, translate, type Values } from '../../../lib/i18n/translate';
import type { UiLanguage } from '../../../lib/i18n/ui-language';
import { fileLimits } from '../../../lib/protocol/knowledge-file';
import { plan } from '../knowledge/support/plan-file';

const tooLong = `title,answer\nHow long,${'x'.repeat(fileLimits.answer + 1)}\nShort,Yes.\n`;

async function wordsOf(file: string, language: UiLanguage) {
  const { bad } = await plan('rows.csv', file);
  const t = (key: TextKey, values?: Values) => translate(language, key, values);
  return bad.map((problem) => importProblemWords(problem, { language, t }));
}

describe('the words for a problem of an import', () => {
  it('name the field once, in the language of the interface', async () => {
    expect(await wordsOf(tooLong, 'en')).toEqual([
      `Answer: It must be at most ${fileLimits.answer} characters.`,
    ]);
    expect(await wordsOf(tooLong, 'zh')).toEqual(['回复：内容太长。']);
  });

  it('keep the name that a column has in the file', async () => {
    const days = 'title,answer,valid until\nHow long,Three days.,31.31.2026\n';
    expect((await wordsOf(days, 'en'))[0]).toMatch(/^valid until: "31\.31\.2026"/);
  });
});
