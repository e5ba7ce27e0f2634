import { describe, expect, it } from 'vitest';
import type { Entry } from '../../lib/domain/entry';
import type { KnowledgeBase } from '../../lib/domain/knowledge-base';
import { exportBase } from '../../lib/knowledge/export/export-base';
import { exportFormats } from '../../lib/protocol/import-calls';
import { naughtyStrings, payloads } from '../support/hostile-strings';
import { plan } from '../unit/knowledge/support/plan-file';

/** As a base holds them: a line or an answer is trimmed, and blank ones are refused. */
const strings = [...new Set([...naughtyStrings, ...payloads].map((text) => text.trim()))].filter(
  (text) => text !== '',
);

const base: KnowledgeBase = {
  id: 'hostile',
  name: strings.slice(0, 20).join(' ¦ '),
  scope: 'shared',
  language: 'en',
  smallTalk: false,
  updatedAt: 0,
};

const entries: Entry[] = strings.map((text, at) => ({
  id: `h${at}`,
  base: base.id,
  title: text.slice(0, 2_000).trim(),
  // The same twice in one entry is one phrasing.
  phrasings: [{ text: `${text.slice(0, 1_900)} ${at}`, source: 'import' }],
  answer: text,
  variants: { zh: text },
  tags: [text.slice(0, 2_000).trim()],
  mustEdit: false,
  links: [],
  updatedAt: 0,
}));

describe('a base of hostile strings', () => {
  it.each(exportFormats)('is exported and imported again as %s, sign by sign', async (format) => {
    const held = { base, entries };
    const { fileName, bytes } = await exportBase(base, entries, format, async () => {});
    const into = { id: base.id, name: base.name, language: base.language };
    const again = await plan(fileName, bytes, { base: into }, held);
    expect(strings.length).toBeGreaterThan(450);
    expect(again.bad).toEqual([]);
    expect(again.duplicates).toEqual([]);
    const wrong = again.planned.flatMap(({ entry }, at) =>
      JSON.stringify(entry) === JSON.stringify(entries[at])
        ? []
        : [`${JSON.stringify(entries[at])} became ${JSON.stringify(entry)}`],
    );
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(again.planned.length).toBe(entries.length);
  });
});
