import { expect, test } from 'vitest';
import { isWritten } from '../../../lib/consoles/generic/guess-plan';

test.each([
  'Priya Nair <priya@example.org>to help@desk.example09:00',
  'Maya Lind <help@desk.example> to priya@example.org',
  '王芳 <fang@example.cn>',
  '09:07',
])('“%s” stands beside a message and is none of it', (line) => {
  expect(isWritten(line, [])).toBe(false);
});

test.each([
  'my address is <priya@example.org>',
  'Please write to Priya <priya@example.org>',
  'change it from a@example.org to b@example.org',
  'is 5 < 6?',
])('“%s” is what somebody wrote', (line) => {
  expect(isWritten(line, [])).toBe(true);
});
