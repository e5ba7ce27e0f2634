import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKnowledgeFile } from '../../../lib/knowledge/read-knowledge-file';

const base = { id: 'shop', name: 'Shop', language: 'en' };
const entry = { id: 'one', title: 'One', phrasings: ['how one'], answer: 'Like this.' };
const file = (over: object = {}, entries: unknown[] = [entry]) =>
  JSON.stringify({ format: 'cuecard/1', base, entries, ...over });

const problemsOf = (content: string) => {
  const read = readKnowledgeFile(content, 0);
  return read.ok
    ? []
    : read.error.map(({ entry, field, message }) => `${entry} ${field} ${message}`);
};

describe('a cuecard/1 file', () => {
  it('is read with every field an author may give', () => {
    const read = readKnowledgeFile(
      file({}, [
        {
          ...entry,
          variants: { zh: '这样。' },
          asksFirst: 'Which one?',
          validFrom: '2026-01-01',
          validUntil: '2026-12-31',
          tags: ['t'],
          mustEdit: true,
          links: [{ to: 'two', kind: 'follow-up' }],
        },
      ]),
      7,
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        base: { id: 'shop', scope: 'shared', smallTalk: false, updatedAt: 7 },
        entries: [
          {
            base: 'shop',
            phrasings: [{ text: 'how one', source: 'import' }],
            variants: { zh: '这样。' },
            asksFirst: 'Which one?',
            mustEdit: true,
            updatedAt: 7,
          },
        ],
      },
    });
  });

  it('may begin with a byte order mark', () => {
    expect(readKnowledgeFile(`\uFEFF${file()}`, 0).ok).toBe(true);
  });

  it.each([
    ['no JSON', '{', '0 file is not valid JSON'],
    ['another format', file({ format: 'other' }), '0 format must be "cuecard/1"'],
    ['JSON nested 200,000 deep', '['.repeat(200_000), '0 file is nested too deeply'],
    [
      'a language we do not have',
      file({ base: { ...base, language: 'xx' } }),
      '0 base.language must be "en" or "zh"',
    ],
  ])('that is %s is refused in plain words', (_, content, problem) => {
    expect(problemsOf(content)).toEqual([problem]);
  });

  it('names each bad entry and field, and takes nothing of the file', () => {
    const problems = problemsOf(
      file({}, [
        entry,
        { ...entry, id: 'two', answer: ' ' },
        { ...entry },
        { ...entry, id: 'four', extra: 1 },
      ]),
    );
    expect(problems).toEqual([
      '2 answer must not be empty',
      '3 id "one" is also the id of entry 1',
      expect.stringMatching(/^4 extra /),
    ]);
  });

  it('cannot reach object prototypes', () => {
    const content = `{"format":"cuecard/1","base":${JSON.stringify(base)},"entries":[{"__proto__":{"mustEdit":true},"id":"a","title":"A","phrasings":[],"answer":"x"}]}`;
    expect(readKnowledgeFile(content, 0).ok).toBe(false);
    expect({}).not.toHaveProperty('mustEdit');
  });

  it.each(['harbour-broadband', 'kapok-mall', 'small-talk-en', 'small-talk-zh'])(
    'comes with the package as %s and is valid',
    (name) => {
      expect(problemsOf(readFileSync(`public/samples/${name}.json`, 'utf8'))).toEqual([]);
    },
  );

  it.each(['harbour-broadband', 'kapok-mall'])(
    '%s has at least 60 entries of 8 phrasings, and links that lead somewhere',
    (name) => {
      const read = readKnowledgeFile(readFileSync(`public/samples/${name}.json`, 'utf8'), 0);
      const entries = read.ok ? read.value.entries : [];
      const ids = new Set(entries.map(({ id }) => id));
      expect(entries.length).toBeGreaterThanOrEqual(60);
      expect(entries.filter(({ phrasings }) => phrasings.length < 8)).toEqual([]);
      expect(entries.flatMap(({ links }) => links).filter(({ to }) => !ids.has(to))).toEqual([]);
      expect(entries.filter(({ asksFirst }) => asksFirst).length).toBeGreaterThanOrEqual(3);
    },
  );
});
