import { expect, test } from 'vitest';
import { readDay } from '../../../../lib/knowledge/import/read-cell';

test.each([
  ['2026-12-31', '2026-12-31'],
  ['2026年1月5日', '2026-01-05'],
  ['2026/1/5 09:00', '2026-01-05'],
  ['31.12.2026', '2026-12-31'],
  ['1. 2. 2026', '2026-02-01'],
  ['31.12.2026 23:59', '2026-12-31'],
  ['46022', '2025-12-31'],
])('%s is a day', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each(['31/12/2026', '12-31-2026', '31.2.2026', '12.31.2026', '31.12.26', 'soon', ''])(
  '“%s” is none, for it could be read in two ways or in no way',
  (text) => {
    expect(readDay(text)).toBeUndefined();
  },
);
